/** Statements rendered by jOOQ, and the transactions they run in. */
@NullMarked
package dev.concord.sql;

import org.jspecify.annotations.NullMarked;
