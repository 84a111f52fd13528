/** Models that the operator gives. */
@NullMarked
package org.hamsafar.vectors;

import org.jspecify.annotations.NullMarked;
