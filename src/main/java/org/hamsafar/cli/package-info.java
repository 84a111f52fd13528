/** The command line: thin commands over the rest. */
@NullMarked
package org.hamsafar.cli;

import org.jspecify.annotations.NullMarked;
