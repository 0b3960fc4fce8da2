/** The command line: opens the window, or prints what Concord finds out about a database. */
@NullMarked
package dev.concord.app.command;

import org.jspecify.annotations.NullMarked;
