package dev.concord.app;

import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.stage.Window;

/** The look of every window there is, dialogs and all: JavaFX has one for a whole program. FX thread only. */
final class WindowTheme {
    private WindowTheme() {}

    static void put(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        Window.getWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .flatMap(scene ->
                        Stream.of(scene.getStylesheets(), scene.getRoot().getStylesheets()))
                .filter(WindowTheme::isOurs)
                .forEach(sheets -> sheets.setAll(theme.stylesheets()));
    }

    private static boolean isOurs(List<String> sheets) {
        return Stream.of(Theme.values()).map(Theme::stylesheets).anyMatch(sheets::equals);
    }
}
