/** The choices when one side deleted a record and the other changed it. */
@NullMarked
package dev.concord.app.conflict.deletion;

import org.jspecify.annotations.NullMarked;
