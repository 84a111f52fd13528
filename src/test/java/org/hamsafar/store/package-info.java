@org.jspecify.annotations.NullMarked
package org.hamsafar.store;
