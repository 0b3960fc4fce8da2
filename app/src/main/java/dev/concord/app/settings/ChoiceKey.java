package dev.concord.app.settings;

import java.util.Locale;

/** The last part of the message key of a choice: {@code by-column} for {@code BY_COLUMN}. */
final class ChoiceKey {
    private ChoiceKey() {}

    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
