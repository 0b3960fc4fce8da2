/** Every icon of the window by its meaning. */
package dev.concord.ui.icon;
