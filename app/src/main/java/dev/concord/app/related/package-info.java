/** The rows that refer to the record shown: one tab for each table, counted, and those of one tab in a grid of their own. */
@NullMarked
package dev.concord.app.related;

import org.jspecify.annotations.NullMarked;
