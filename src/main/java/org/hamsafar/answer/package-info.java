/** Understanding a question and deciding what to say: safety, ranking, thresholds, explanation. */
@NullMarked
package org.hamsafar.answer;

import org.jspecify.annotations.NullMarked;
