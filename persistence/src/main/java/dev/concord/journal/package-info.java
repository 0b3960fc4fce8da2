/** Merges on the disk before they are written, so that each can be undone and none is lost in a crash. */
@NullMarked
package dev.concord.journal;

import org.jspecify.annotations.NullMarked;
