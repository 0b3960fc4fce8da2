/** How a table is laid out in the grid: its columns, the order of its rows, and views kept by name. */
@NullMarked
package dev.concord.app.layout;

import org.jspecify.annotations.NullMarked;
