package dev.concord.app;

import dev.concord.app.settings.WindowPlace;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.shell.ShellView;
import dev.concord.app.task.Work;
import dev.concord.ui.icon.AppIcon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/** The stage of one window: its position and size, its theme, its language and how it is closed. FX thread only. */
final class MainWindow {
    private static final double LEAST_WIDTH = 900;
    private static final double LEAST_HEIGHT = 600;

    /** How far a window stands from the one it was opened beside, in pixels: the title below can be read. */
    private static final double STEP = 32;

    private final Stage stage;
    private final ProgramState shared;
    private final ShellModel shell;
    private final Work work;
    private final Texts texts;
    private Supplier<List<Double>> paneWidths = List::of;
    private boolean appeared;

    MainWindow(Stage stage, ProgramState shared, ShellModel shell, Work work, Texts texts) {
        this.stage = stage;
        this.shared = shared;
        this.shell = shell;
        this.work = work;
        this.texts = texts;
    }

    /**
     * Makes the window; {@link #appear} shows it.
     *
     * @param connect asks for another database
     * @param close closes the window, nothing in it being unsaved
     */
    void make(WindowPlace place, Runnable connect, Runnable close) {
        followTheme();
        followLanguage();
        ShellView view = new ShellView(shell, work, texts, stage, connect);
        view.setPaneWidths(place.panes());
        paneWidths = view::paneWidths;
        Scene scene = new Scene(view.root(), place.width(), place.height());
        view.installKeys();
        scene.getStylesheets().setAll(shared.theme().get().stylesheets());
        stage.setScene(scene);
        stage.setTitle(texts.get("app.name"));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setMaximized(place.maximized());
        stage.setOnCloseRequest(event -> {
            event.consume();
            shell.leave(close);
        });
    }

    /** Shows the window, the first time it is asked to: what arrives after its user has closed it does not bring it back. */
    void appear() {
        if (appeared) {
            return;
        }
        appeared = true;
        stage.show();
        raise();
        // After the window is on its way: reading pictures takes some milliseconds.
        stage.getIcons().setAll(AppIcon.images());
    }

    /** The theme is the same in all windows, and can be changed in any. */
    private void followTheme() {
        Subscription following =
                shared.settings().subscribe(settings -> shell.theme().set(settings.theme()));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> following.unsubscribe());
        shell.theme().subscribe((was, theme) -> {
            if (theme != shared.settings().get().theme()) {
                shared.remember(work, settings -> settings.withTheme(theme));
            }
        });
    }

    /** A language chosen in one window is marked in all; each keeps the words it was made with. */
    private void followLanguage() {
        Subscription following =
                shared.settings().subscribe(settings -> shell.language().set(settings.language()));
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, hidden -> following.unsubscribe());
        shell.language().subscribe((was, language) -> {
            if (language != shared.settings().get().language()) {
                shared.remember(work, settings -> settings.withLanguage(language));
            }
        });
    }

    Stage stage() {
        return stage;
    }

    /** Brings the window to the front with the focus in it. */
    void raise() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /** The window's size and panes now, to be restored the next time. */
    WindowPlace place() {
        WindowPlace before = shared.settings().get().window();
        boolean maximized = stage.isMaximized();
        double width = maximized ? before.width() : stage.getScene().getWidth();
        double height = maximized ? before.height() : stage.getScene().getHeight();
        return new WindowPlace(width, height, maximized, paneWidths.get());
    }

    /** A window that will stand a little beside this one, on the same screen; anywhere, if this one is out of sight. */
    Stage beside() {
        if (stage.isIconified()) {
            return new Stage();
        }
        Rectangle2D screen = Screen.getScreensForRectangle(stage.getX(), stage.getY(), 1, 1).stream()
                .findFirst()
                .orElseGet(Screen::getPrimary)
                .getVisualBounds();
        boolean fits = stage.getX() + STEP + stage.getWidth() <= screen.getMaxX()
                && stage.getY() + STEP + stage.getHeight() <= screen.getMaxY();
        Stage other = new Stage();
        other.setX(fits ? stage.getX() + STEP : screen.getMinX());
        other.setY(fits ? stage.getY() + STEP : screen.getMinY());
        return other;
    }
}
