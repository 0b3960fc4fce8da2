/** Light, dark and high contrast: values of one set of colour tokens. */
@NullMarked
package dev.concord.ui.theme;

import org.jspecify.annotations.NullMarked;
