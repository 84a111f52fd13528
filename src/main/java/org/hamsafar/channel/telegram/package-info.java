/**
 * Telegram: receiving by long polling or webhook, sending within Telegram's limits.
 *
 * <p>{@link org.hamsafar.channel.telegram.TelegramChannel} is the way in. No text, id or token of
 * anybody stands in a log line or an exception of this package.
 */
@NullMarked
package org.hamsafar.channel.telegram;

import org.jspecify.annotations.NullMarked;
