/** Locking a record that keeps changing for a short time while a person decides. */
@NullMarked
package dev.concord.app.conflict.hold;

import org.jspecify.annotations.NullMarked;
