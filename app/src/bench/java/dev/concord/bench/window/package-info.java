/** How long the window takes: scrolling, jumping, filtering, pasting, listing, and long texts. */
@NullMarked
package dev.concord.bench.window;

import org.jspecify.annotations.NullMarked;
