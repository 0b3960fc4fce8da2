/** What was saved from a window in the last hour, so that it can be taken back. */
@NullMarked
package dev.concord.app.saved;

import org.jspecify.annotations.NullMarked;
