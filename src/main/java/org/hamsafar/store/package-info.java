/** What survives a crash: inbox, outbox, sessions, gaps, tickets, leases; SQLite or PostgreSQL. */
@NullMarked
package org.hamsafar.store;

import org.jspecify.annotations.NullMarked;
