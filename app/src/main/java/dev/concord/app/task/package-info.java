/** The only code that knows threads. */
@NullMarked
package dev.concord.app.task;

import org.jspecify.annotations.NullMarked;
