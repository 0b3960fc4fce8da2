/** The start of the program, its windows, and the wiring of each window by hand. */
@NullMarked
package dev.concord.app;

import org.jspecify.annotations.NullMarked;
