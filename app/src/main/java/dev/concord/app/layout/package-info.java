/** How a table is laid out in the grid: its columns, the order of its rows, views kept by name, and the column that names its records. */
@NullMarked
package dev.concord.app.layout;

import org.jspecify.annotations.NullMarked;
