/** What proves a row unchanged, and how each table's writes are checked. */
@NullMarked
package dev.concord.version;

import org.jspecify.annotations.NullMarked;
