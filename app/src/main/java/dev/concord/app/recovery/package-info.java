/** Unsaved work found on the disk: named by record, to be continued, discarded or left for later. */
@NullMarked
package dev.concord.app.recovery;

import org.jspecify.annotations.NullMarked;
