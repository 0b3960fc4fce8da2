/** The current cell and the selected rectangle of a grid, and copying it. */
@NullMarked
package dev.concord.app.cells;

import org.jspecify.annotations.NullMarked;
