/** The command line: opens the window, serves a database over HTTP, or prints what Concord finds out about one. */
@NullMarked
package dev.concord.app.command;

import org.jspecify.annotations.NullMarked;
