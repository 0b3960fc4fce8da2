/** Editing a value in its cell: one editor that floats above the grid. */
@NullMarked
package dev.concord.app.inplace;

import org.jspecify.annotations.NullMarked;
