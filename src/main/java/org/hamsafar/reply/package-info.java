/** Renders results in the person's language, within what the channel can show. */
@NullMarked
package org.hamsafar.reply;

import org.jspecify.annotations.NullMarked;
