/** The command line: opens the window, or says what Concord thinks of a database without one. */
@NullMarked
package dev.concord.app.command;

import org.jspecify.annotations.NullMarked;
