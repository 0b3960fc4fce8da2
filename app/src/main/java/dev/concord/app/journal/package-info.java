/** Merges are kept before they are written, wherever in the window they come from. */
@NullMarked
package dev.concord.app.journal;

import org.jspecify.annotations.NullMarked;
