package dev.concord.ui.theme;

import java.util.Locale;
import java.util.Optional;

/** The looks a person can choose for the windows. */
public enum ThemeChoice {
    /** The one of the computer, also when that changes. */
    SYSTEM(Optional.empty()),
    LIGHT(Optional.of(Theme.LIGHT)),
    DARK(Optional.of(Theme.DARK)),
    HIGH_CONTRAST(Optional.of(Theme.HIGH_CONTRAST));

    private final Optional<Theme> theme;

    ThemeChoice(Optional<Theme> theme) {
        this.theme = theme;
    }

    /**
     * Returns the theme to show.
     *
     * @param system the one that fits the look of the computer
     */
    public Theme or(Theme system) {
        return theme.orElse(system);
    }

    /** The last part of its messages' keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
