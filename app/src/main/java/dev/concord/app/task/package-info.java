/** Work in the background: the only code that uses threads and the FX thread. */
@NullMarked
package dev.concord.app.task;

import org.jspecify.annotations.NullMarked;
