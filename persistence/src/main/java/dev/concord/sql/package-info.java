/** One table's statements, rendered by jOOQ and kept, and the transactions they run in. */
@NullMarked
package dev.concord.sql;

import org.jspecify.annotations.NullMarked;
