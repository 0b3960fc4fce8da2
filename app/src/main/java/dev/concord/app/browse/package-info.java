/** Looking through a database: the list of its tables, and the rows of one of them. */
@NullMarked
package dev.concord.app.browse;

import org.jspecify.annotations.NullMarked;
