/** Every word on the screen, in the language a person chose. */
@NullMarked
package dev.concord.ui.text;

import org.jspecify.annotations.NullMarked;
