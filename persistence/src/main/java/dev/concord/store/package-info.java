/** The guarded writes, with batches, locks and writes in doubt; every outcome is a value. */
@NullMarked
package dev.concord.store;

import org.jspecify.annotations.NullMarked;
