/** Configuration, wiring and life cycle. */
@NullMarked
package org.hamsafar.app;

import org.jspecify.annotations.NullMarked;
