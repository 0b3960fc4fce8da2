/** The list of tables, and the rows of one table. */
@NullMarked
package dev.concord.app.browse;

import org.jspecify.annotations.NullMarked;
