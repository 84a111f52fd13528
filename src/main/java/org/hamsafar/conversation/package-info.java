/** What is said when: who the person is, commands, menus, the plan, the way to a human. */
@NullMarked
package org.hamsafar.conversation;

import org.jspecify.annotations.NullMarked;
