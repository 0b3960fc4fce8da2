/** The window: it connects the tables, the rows, the form and the merge, which know nothing of each other. */
@NullMarked
package dev.concord.app.shell;

import org.jspecify.annotations.NullMarked;
