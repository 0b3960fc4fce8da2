package dev.concord.app.conflict;

import dev.concord.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.application.Application;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import org.testfx.api.FxRobot;

/** One view in a scene as big as the largest picture, painted in every theme, and in one at the two sizes people have. */
public final class Portraits {
    private static final int[][] SIZES = {{1600, 1000}, {1280, 800}};

    private final Region view;
    private final Scene scene;

    public Portraits(Region view) {
        this.view = view;
        StackPane desk = new StackPane(view);
        desk.setAlignment(Pos.TOP_LEFT);
        scene = new Scene(desk, SIZES[0][0], SIZES[0][1]);
        use(Theme.LIGHT);
        size(SIZES[1]);
    }

    public Scene scene() {
        return scene;
    }

    /** Leaves four pictures in {@code target/pictures}. */
    public void take(FxRobot robot, String name) {
        take(robot, name, Theme.HIGH_CONTRAST, SIZES[1]);
        take(robot, name, Theme.DARK, SIZES[1]);
        take(robot, name, Theme.LIGHT, SIZES[0]);
        take(robot, name, Theme.LIGHT, SIZES[1]);
    }

    private void take(FxRobot robot, String name, Theme theme, int[] size) {
        robot.interact(() -> {
            use(theme);
            size(size);
        });
        String look = theme.name().toLowerCase(Locale.ROOT).replace('_', '-');
        robot.interact(() -> save(name + "-" + look + "-" + size[0] + "x" + size[1]));
    }

    private void use(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }

    private void size(int[] size) {
        view.setMaxSize(size[0], size[1]);
    }

    private void save(String name) {
        Path file = Path.of("target", "pictures", name + ".png").toAbsolutePath();
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(view.snapshot(null, null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
