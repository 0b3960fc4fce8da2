/** Every word on the screen, from one bundle. */
@NullMarked
package dev.concord.ui.text;

import org.jspecify.annotations.NullMarked;
