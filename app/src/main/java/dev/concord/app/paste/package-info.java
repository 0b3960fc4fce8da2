/** Changing many cells at once: by a pasted block, fill down, one value, or search and replace, each with a preview. */
@NullMarked
package dev.concord.app.paste;

import org.jspecify.annotations.NullMarked;
