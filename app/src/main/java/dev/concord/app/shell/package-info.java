/** The window's frame around the open database: title, status line, messages. */
@NullMarked
package dev.concord.app.shell;

import org.jspecify.annotations.NullMarked;
