/** Unsaved edits of a window, by record. */
@NullMarked
package dev.concord.app.pending;

import org.jspecify.annotations.NullMarked;
