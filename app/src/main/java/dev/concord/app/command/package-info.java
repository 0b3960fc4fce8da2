/** The command line. */
@NullMarked
package dev.concord.app.command;

import org.jspecify.annotations.NullMarked;
