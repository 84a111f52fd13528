/** Finding candidate passages; the only user of Lucene. */
@NullMarked
package org.hamsafar.retrieval;

import org.jspecify.annotations.NullMarked;
