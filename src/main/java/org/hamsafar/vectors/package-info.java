/** Meaning vectors by a model that the operator gives; built by the Maven profile "vectors". */
@NullMarked
package org.hamsafar.vectors;

import org.jspecify.annotations.NullMarked;
