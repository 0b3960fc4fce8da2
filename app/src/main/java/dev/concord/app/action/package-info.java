/** What can be done in a window, each with its name and its keys: the keys, the palette and the page of keys are made of it. */
@NullMarked
package dev.concord.app.action;

import org.jspecify.annotations.NullMarked;
