package dev.concord.ui.icon;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every icon by its meaning, so that one state looks the same everywhere. */
public enum Icon {
    TABLE(Feather.GRID),
    VIEW(Feather.EYE),
    HIDDEN(Feather.EYE_OFF),
    DATABASE(Feather.DATABASE),
    SEARCH(Feather.SEARCH),
    FILTER(Feather.FILTER),
    COLUMNS(Feather.COLUMNS),
    NEW(Feather.PLUS),
    SAVE(Feather.SAVE),
    DISCARD(Feather.ROTATE_CCW),
    DELETE(Feather.TRASH_2),
    REFRESH(Feather.REFRESH_CW),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    KEY(Feather.KEY),
    GROUP(Feather.LINK_2),
    READ_ONLY(Feather.LOCK),
    GUARD(Feather.SHIELD),
    CONFLICT(Feather.GIT_MERGE),
    CHANGED(Feather.EDIT_3),
    MERGED(Feather.CHECK_CIRCLE),
    UNDECIDED(Feather.HELP_CIRCLE),
    CHOSEN(Feather.CHECK),
    ERROR(Feather.ALERT_OCTAGON),
    WARNING(Feather.ALERT_TRIANGLE),
    INFO(Feather.INFO),
    OPEN(Feather.EXTERNAL_LINK),
    SERVE(Feather.SHARE_2),
    SETTINGS(Feather.SETTINGS),
    LANGUAGE(Feather.GLOBE),
    LIGHT(Feather.SUN),
    DARK(Feather.MOON),
    CLOSE(Feather.X),
    NEXT(Feather.CHEVRON_DOWN),
    PREVIOUS(Feather.CHEVRON_UP),
    EMPTY(Feather.INBOX),
    CALENDAR(Feather.CALENDAR),
    UNIQUE_ID(Feather.HASH),
    PICTURE(Feather.IMAGE),
    FILE(Feather.FILE),
    SAME(Feather.MINUS),
    ACTION(Feather.CHEVRON_RIGHT),
    KEYBOARD(Feather.COMMAND);

    private final Feather glyph;

    Icon(Feather glyph) {
        this.glyph = glyph;
    }

    /** Returns a fresh node showing the icon, in the colour of the text around it. */
    public FontIcon node() {
        return new FontIcon(glyph);
    }
}
