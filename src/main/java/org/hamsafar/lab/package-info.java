/** Measuring: public data sets, and what one would take instead of our search. */
@NullMarked
package org.hamsafar.lab;

import org.jspecify.annotations.NullMarked;
