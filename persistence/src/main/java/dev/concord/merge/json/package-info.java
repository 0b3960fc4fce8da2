/** JSON text that can be compared by its meaning, and changed in places while the rest stays as written. */
@NullMarked
package dev.concord.merge.json;

import org.jspecify.annotations.NullMarked;
