/** Reading many rows: pages, their order, and the rows that foreign keys refer to. */
@NullMarked
package dev.concord.query;

import org.jspecify.annotations.NullMarked;
