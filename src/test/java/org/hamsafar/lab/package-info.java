@org.jspecify.annotations.NullMarked
package org.hamsafar.lab;
