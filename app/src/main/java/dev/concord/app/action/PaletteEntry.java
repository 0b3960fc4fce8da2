package dev.concord.app.action;

import dev.concord.ui.icon.Icon;

/**
 * A line of the palette.
 *
 * @param name as people read it and look for it
 * @param detail what it is or where, beside the name; may be empty
 * @param icon its kind
 * @param keys that do the same, as they are shown; may be empty
 * @param run does it, or goes there
 */
public record PaletteEntry(String name, String detail, Icon icon, String keys, Runnable run) {}
