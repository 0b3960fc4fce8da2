/** Every way a write can end, as sealed values, and the constraints a write broke. */
@NullMarked
package dev.concord.outcome;

import org.jspecify.annotations.NullMarked;
