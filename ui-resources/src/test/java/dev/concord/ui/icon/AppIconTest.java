package dev.concord.ui.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The icon is the same picture everywhere; {@code installer/icons/Icons.java} makes what is wrong here anew. */
class AppIconTest {
    private static final Path ICONS = Path.of("..", "installer", "icons");

    @Test
    void theWindowHasTheSizesJavaFxAsksFor() throws IOException {
        Iterator<Integer> size = AppIcon.SIZES.iterator();
        for (URL source : AppIcon.sources().toList()) {
            assertThat(ImageIO.read(source).getWidth()).isEqualTo(size.next());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 22, 24, 32, 48, 64, 128, 256, 512})
    void everyPictureIsAsLargeAsItsNameSays(int size) throws IOException {
        var picture = ImageIO.read(ICONS.resolve("concord-" + size + ".png").toFile());

        assertThat(picture.getWidth()).isEqualTo(size);
        assertThat(picture.getHeight()).isEqualTo(size);
    }

    @Test
    void windowsIconHoldsTheSamePictures() throws IOException {
        ByteBuffer ico = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("concord.ico")))
                .order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> inside = new ArrayList<>();
        for (int entry = 0; entry < ico.getShort(4); entry++) {
            int header = 6 + 16 * entry;
            inside.add(slice(ico, ico.getInt(header + 12), ico.getInt(header + 8)));
        }

        assertThat(inside).containsExactlyElementsOf(pictures(16, 24, 32, 48, 64, 128, 256));
    }

    @Test
    void applesIconHoldsTheSamePictures() throws IOException {
        ByteBuffer icns = ByteBuffer.wrap(Files.readAllBytes(ICONS.resolve("concord.icns")));
        List<byte[]> inside = new ArrayList<>();
        for (int at = 8; at < icns.getInt(4); at += icns.getInt(at + 4)) {
            inside.add(slice(icns, at + 8, icns.getInt(at + 4) - 8));
        }

        assertThat(new String(slice(icns, 0, 4), StandardCharsets.US_ASCII)).isEqualTo("icns");
        assertThat(inside).containsExactlyElementsOf(pictures(128, 256, 512, 32, 64, 256, 512));
    }

    private static byte[] slice(ByteBuffer file, int from, int length) {
        byte[] bytes = new byte[length];
        file.get(from, bytes);
        return bytes;
    }

    private static List<byte[]> pictures(int... sizes) throws IOException {
        List<byte[]> pictures = new ArrayList<>();
        for (int size : sizes) {
            pictures.add(Files.readAllBytes(ICONS.resolve("concord-" + size + ".png")));
        }
        return pictures;
    }
}
