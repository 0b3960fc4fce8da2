package dev.concord.ui.icon;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.image.Image;

/** The program's own icon, for title bars and task bars. The pictures are the packages' own, from {@code installer/icons}. */
public final class AppIcon {

    /** Widths in pixels. JavaFX hands one picture to the system: 32 pixels on Windows, 128 elsewhere. */
    static final List<Integer> SIZES = List.of(32, 128);

    private AppIcon() {}

    /** Reads the pictures, a few kilobytes, for {@code Stage.getIcons}. FX thread or not; JavaFX must be running. */
    public static List<Image> images() {
        return sources().map(source -> new Image(source.toExternalForm())).toList();
    }

    static Stream<URL> sources() {
        return SIZES.stream().map(size -> "concord-" + size + ".png").map(AppIcon::resource);
    }

    private static URL resource(String file) {
        return Objects.requireNonNull(AppIcon.class.getResource(file), file);
    }
}
