/** Unsaved work on the disk, within a second of the keystroke. */
@NullMarked
package dev.concord.drafts;

import org.jspecify.annotations.NullMarked;
