package dev.concord.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.theme.Theme;
import dev.concord.ui.theme.ThemeChoice;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SystemThemeTest {
    private final ObservableMap<String, Object> preferences = FXCollections.observableHashMap();
    private final ObjectProperty<ColorScheme> scheme = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private final SystemTheme system = new SystemTheme(preferences, scheme);

    @Test
    void itFollowsTheComputerWheneverItsLookChanges() {
        assertThat(system.theme().get()).isEqualTo(Theme.LIGHT);
        scheme.set(ColorScheme.DARK);
        assertThat(system.theme().get()).isEqualTo(Theme.DARK);
        scheme.set(ColorScheme.LIGHT);
        assertThat(system.theme().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void highContrastIsThatOfWindowsOrOfALinuxThemeOfThatName() {
        preferences.put("Windows.SPI.HighContrast", true);
        assertThat(system.theme().get()).isEqualTo(Theme.HIGH_CONTRAST);
        preferences.put("Windows.SPI.HighContrast", false);
        assertThat(system.theme().get()).isEqualTo(Theme.LIGHT);
        preferences.put("GTK.theme_name", "HighContrastInverse");
        assertThat(system.theme().get()).isEqualTo(Theme.HIGH_CONTRAST);
        preferences.put("GTK.theme_name", "Adwaita");
        assertThat(system.theme().get()).isEqualTo(Theme.LIGHT);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void whoeverChoseAThemeKeepsItWhateverTheComputerLooksLike(Theme computer) {
        assertThat(ThemeChoice.SYSTEM.or(computer)).isEqualTo(computer);
        assertThat(ThemeChoice.LIGHT.or(computer)).isEqualTo(Theme.LIGHT);
        assertThat(ThemeChoice.DARK.or(computer)).isEqualTo(Theme.DARK);
        assertThat(ThemeChoice.HIGH_CONTRAST.or(computer)).isEqualTo(Theme.HIGH_CONTRAST);
    }
}
