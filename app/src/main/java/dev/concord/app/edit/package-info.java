/** One record as a form: fields, undo, and the guarded save with every way it can end. */
@NullMarked
package dev.concord.app.edit;

import org.jspecify.annotations.NullMarked;
