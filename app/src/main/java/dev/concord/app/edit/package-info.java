/** One record as a form: editing, undo, the guarded save, and what can come of it. */
@NullMarked
package dev.concord.app.edit;

import org.jspecify.annotations.NullMarked;
