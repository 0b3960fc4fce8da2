/** JSON text that can be compared by what it means and changed without touching the rest of it. */
@NullMarked
package dev.concord.merge.json;

import org.jspecify.annotations.NullMarked;
