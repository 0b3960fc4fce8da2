/** One open database: connects the table list, the grid, the form and the merge, which do not know each other. */
@NullMarked
package dev.concord.app.workspace;

import org.jspecify.annotations.NullMarked;
