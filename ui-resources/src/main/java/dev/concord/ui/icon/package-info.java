/** Every icon of the window by its meaning. */
@NullMarked
package dev.concord.ui.icon;

import org.jspecify.annotations.NullMarked;
