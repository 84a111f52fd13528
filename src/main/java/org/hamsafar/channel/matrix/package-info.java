/**
 * The Matrix channel. What needs encryption goes through the Kotlin facade {@code Vault} of
 * Trixnity; everything else is plain requests of the client-server API.
 */
@NullMarked
package org.hamsafar.channel.matrix;

import org.jspecify.annotations.NullMarked;
