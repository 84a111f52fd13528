/** Tests of the Matrix channel against Synapse, with people who use matrix-js-sdk. */
@NullMarked
package org.hamsafar.channel.matrix;

import org.jspecify.annotations.NullMarked;
