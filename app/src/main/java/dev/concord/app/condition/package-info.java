/** Conditions on rows as people type and read them, for the window and for programs. */
@NullMarked
package dev.concord.app.condition;

import org.jspecify.annotations.NullMarked;
