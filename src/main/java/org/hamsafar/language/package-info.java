/** Languages, scripts and letters: BCP 47 tags, identification, folding, sound keys. */
@NullMarked
package org.hamsafar.language;

import org.jspecify.annotations.NullMarked;
