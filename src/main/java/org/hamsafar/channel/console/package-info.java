/** The conversation in a terminal. */
@NullMarked
package org.hamsafar.channel.console;

import org.jspecify.annotations.NullMarked;
