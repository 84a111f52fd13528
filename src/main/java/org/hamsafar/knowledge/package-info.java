/** What volunteers write: entries, countries, topics, phrases, plans; loading and checking them. */
@NullMarked
package org.hamsafar.knowledge;

import org.jspecify.annotations.NullMarked;
