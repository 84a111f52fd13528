/** Tests of the Telegram channel: against a server that misbehaves on purpose, and an emulator. */
@NullMarked
package org.hamsafar.channel.telegram;

import org.jspecify.annotations.NullMarked;
