/** The one way to read and write rows: every write is guarded, every outcome is a value. */
@NullMarked
package dev.concord.store;

import org.jspecify.annotations.NullMarked;
