package dev.concord.app;

import dev.concord.ui.theme.Theme;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.stage.Window;

/** Sets the theme of every window and dialog that is open. JavaFX has one user agent style sheet for a program. FX thread only. */
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
