package dev.concord.app;

import dev.concord.ui.theme.Theme;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;

/**
 * The theme that fits the look of the computer, as JavaFX is told of it: dark where windows are dark, and high contrast where Windows
 * has it switched on, or where a theme of that name is chosen on Linux. The names of these are those of
 * {@link Platform.Preferences}. FX thread only.
 */
final class SystemTheme {
    private static final String WINDOWS = "Windows.SPI.HighContrast";
    private static final String LINUX = "GTK.theme_name";

    private final ObservableMap<String, Object> preferences;
    private final ObservableValue<ColorScheme> scheme;
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(this, "theme", Theme.LIGHT);

    SystemTheme(ObservableMap<String, Object> preferences, ObservableValue<ColorScheme> scheme) {
        this.preferences = preferences;
        this.scheme = scheme;
        preferences.addListener((MapChangeListener<String, Object>) change -> look());
        scheme.subscribe(this::look);
        look();
    }

    /** Follows this computer; the same for the whole program, because JavaFX keeps whoever listens to its preferences. */
    static SystemTheme ofThisComputer() {
        return ThisComputer.THEME;
    }

    /** Made when it is first asked for, which JavaFX allows on its own thread only. */
    private static final class ThisComputer {
        static final SystemTheme THEME = new SystemTheme(
                Platform.getPreferences(), Platform.getPreferences().colorSchemeProperty());
    }

    /** The theme that fits now. */
    ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    private void look() {
        boolean contrast = Boolean.TRUE.equals(preferences.get(WINDOWS))
                || Objects.toString(preferences.get(LINUX), "").startsWith("HighContrast");
        boolean dark = scheme.getValue() == ColorScheme.DARK;
        theme.set(contrast ? Theme.HIGH_CONTRAST : dark ? Theme.DARK : Theme.LIGHT);
    }
}
