/** The port between the core and a platform: what comes in, what goes out, what it can show. */
@NullMarked
package org.hamsafar.channel;

import org.jspecify.annotations.NullMarked;
