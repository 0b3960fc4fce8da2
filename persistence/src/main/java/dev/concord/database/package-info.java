/** Opens a database: address, pool, sessions, and what its files and servers are. */
@NullMarked
package dev.concord.database;

import org.jspecify.annotations.NullMarked;
