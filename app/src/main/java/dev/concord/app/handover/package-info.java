/** A second start of the program hands its command line to the program that shows a window, over a local socket. */
@NullMarked
package dev.concord.app.handover;

import org.jspecify.annotations.NullMarked;
