package dev.concord.app.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/** Takes pictures of scenes into {@code target/pictures}, to be looked at. Call on the FX thread. */
public final class Pictures {
    private Pictures() {}

    public static Path take(Scene scene, String name) {
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
