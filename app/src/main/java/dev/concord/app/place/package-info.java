/** What a window shows of its database: the rows of one table and one of its records, opened by name, by key or by row. */
@NullMarked
package dev.concord.app.place;

import org.jspecify.annotations.NullMarked;
