/** Start and wiring: the architecture in a hundred lines. */
@NullMarked
package dev.concord.app;

import org.jspecify.annotations.NullMarked;
