package window;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/**
 * A display nobody sees, and what is painted on it: Xvfb keeps its picture in a file ({@code -fbdir}), which is mapped
 * here, so that looking at it costs neither the X server nor the program under test anything. The file is an X window
 * dump: a header of big-endian numbers (XWDFile.h of xorgproto), the colours, and the pixels line after line.
 */
public final class Screen implements AutoCloseable {
    public static final int WIDTH = 1400;
    public static final int HEIGHT = 900;
    public static final Rectangle ALL = new Rectangle(WIDTH, HEIGHT);

    private static final int BYTES_PER_PIXEL = 4;
    /** What a blinking caret paints at most. */
    private static final int CARET = 100;
    private static final Duration STILL = Duration.ofMillis(300);

    private final Process server;
    private final ByteBuffer picture;
    private final int lineBytes;
    private final int first;
    private final String display;

    private Screen(Process server, String display, ByteBuffer picture) {
        this.server = server;
        this.display = display;
        this.picture = picture;
        this.lineBytes = picture.getInt(12 * 4);
        this.first = picture.getInt(0) + picture.getInt(19 * 4) * 12;
    }

    /**
     * Starts an X server of its own, which ends with {@link #close} or with this program.
     *
     * @param folder where it keeps its picture
     */
    public static Screen open(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path number = Files.createFile(folder.resolve("display"));
        // Xvfb chooses a free number by itself and says which. No key repeats itself, however long a busy computer takes to
        // let it go.
        Process server = new ProcessBuilder(
                        "sh",
                        "-c",
                        "exec Xvfb -r -noreset -displayfd 3 -screen 0 " + WIDTH + "x" + HEIGHT + "x24 -nolisten tcp -fbdir '" + folder
                                + "' 3> '" + number + "'")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("xvfb.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        for (int tries = 0; Files.size(number) == 0; tries++) {
            if (!server.isAlive() || tries == 500) {
                server.destroy();
                throw new IOException("Xvfb did not start: " + Files.readString(folder.resolve("xvfb.log")));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        try (FileChannel file = FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
            ByteBuffer picture = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.BIG_ENDIAN);
            return new Screen(server, ":" + Files.readString(number).strip(), picture);
        }
    }

    /** What DISPLAY says of it. */
    public String display() {
        return display;
    }

    /** A part of the picture as it is now. */
    public List<byte[]> look(Rectangle part) {
        List<byte[]> lines = new ArrayList<>(part.height);
        for (int y = part.y; y < part.y + part.height; y++) {
            byte[] line = new byte[part.width * BYTES_PER_PIXEL];
            picture.get(first + y * lineBytes + part.x * BYTES_PER_PIXEL, line);
            lines.add(line);
        }
        return lines;
    }

    /** Whether a part looks as it did; a blinking caret's worth of pixels may differ. */
    public boolean looks(Rectangle part, List<byte[]> like) {
        int different = 0;
        List<byte[]> now = look(part);
        for (int y = 0; y < part.height && different <= CARET; y++) {
            byte[] line = now.get(y);
            byte[] other = like.get(y);
            if (!Arrays.equals(line, other)) {
                for (int x = 0; x < line.length; x += BYTES_PER_PIXEL) {
                    if (line[x] != other[x] || line[x + 1] != other[x + 1] || line[x + 2] != other[x + 2]) {
                        different++;
                    }
                }
            }
        }
        return different <= CARET;
    }

    /** Waits until nothing has been painted for a while, and returns how a part looks then. */
    public List<byte[]> whenStill(Rectangle part, Duration still, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        List<byte[]> seen = look(part);
        long since = System.nanoTime();
        while (System.nanoTime() < end && System.nanoTime() - since < still.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(50);
            if (!looks(part, seen)) {
                seen = look(part);
                since = System.nanoTime();
            }
        }
        return seen;
    }

    /** Waits until a part looks different than before and is still again; false when it stays as it was. */
    public boolean changes(Rectangle part, List<byte[]> before, Duration atMost) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (looks(part, before)) {
            if (System.nanoTime() > end) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        whenStill(part, STILL, atMost);
        return true;
    }

    /** Writes the picture as it is now into a PNG file. */
    public void picture(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        // Xvfb writes pixels in this computer's own order of bytes, unlike the header.
        IntBuffer pixels = picture.duplicate().order(ByteOrder.nativeOrder()).position(first).asIntBuffer();
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, pixels.get(y * lineBytes / BYTES_PER_PIXEL + x));
            }
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    @Override
    public void close() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }
}
