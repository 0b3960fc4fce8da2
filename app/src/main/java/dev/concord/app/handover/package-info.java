/** A second start of the program: it asks the one that shows a window already, before it loads anything itself. */
@NullMarked
package dev.concord.app.handover;

import org.jspecify.annotations.NullMarked;
