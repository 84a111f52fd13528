/**
 * Tests of what belongs to no single package: the container files, the rules of the architecture.
 */
@NullMarked
package org.hamsafar;

import org.jspecify.annotations.NullMarked;
