/** The unsaved edits of a window: one owner, of which the form, the merge dialog, the bulk save and the grid's marks are views. */
@NullMarked
package dev.concord.app.pending;

import org.jspecify.annotations.NullMarked;
