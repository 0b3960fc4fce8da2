/** Background work, its cancellation and its faults: the only code that knows threads. */
@NullMarked
package dev.concord.app.task;

import org.jspecify.annotations.NullMarked;
