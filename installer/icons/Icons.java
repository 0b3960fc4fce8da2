import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes every picture of the icon anew from its drawings, in the folder this is run in: {@code java Icons.java}, with librsvg's
 * {@code rsvg-convert} on the path. The results are in the repository, so that a build needs no renderer.
 *
 * <p>Windows and macOS want one file with all sizes. Both are lists of PNG files with a header each: Windows' ICO as Microsoft
 * describes it under "ICONDIR" and "ICONDIRENTRY" (PNG inside since Windows Vista), little-endian; Apple's ICNS as the "Apple Icon
 * Image format" article of Wikipedia lists its types, big-endian.
 */
final class Icons {
    private static final List<Integer> SIZES = List.of(16, 22, 24, 32, 48, 64, 128, 256, 512);
    private static final List<Integer> WINDOWS = List.of(16, 24, 32, 48, 64, 128, 256);

    /** Apple's types that hold a PNG, and its width in pixels; 11 to 14 are for screens with two pixels to the point. */
    private static final Map<String, Integer> APPLE = new LinkedHashMap<>();

    static {
        APPLE.put("ic07", 128);
        APPLE.put("ic08", 256);
        APPLE.put("ic09", 512);
        APPLE.put("ic11", 32);
        APPLE.put("ic12", 64);
        APPLE.put("ic13", 256);
        APPLE.put("ic14", 512);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (int size : SIZES) {
            render(size);
        }
        Files.write(Path.of("concord.ico"), ico());
        Files.write(Path.of("concord.icns"), icns());
    }

    /** A small size has a drawing of its own where scaling the large one would blur it. */
    private static void render(int size) throws IOException, InterruptedException {
        Path own = Path.of("concord-" + size + ".svg");
        String drawing = Files.exists(own) ? own.toString() : "concord.svg";
        String pixels = Integer.toString(size);
        Process renderer = new ProcessBuilder(
                        "rsvg-convert", "-w", pixels, "-h", pixels, "-o", file(size).toString(), drawing)
                .inheritIO()
                .start();
        if (renderer.waitFor() != 0) {
            throw new IOException("rsvg-convert could not render " + drawing);
        }
    }

    private static Path file(int size) {
        return Path.of("concord-" + size + ".png");
    }

    private static byte[] ico() throws IOException {
        int headers = 6 + 16 * WINDOWS.size();
        int total = headers;
        for (int size : WINDOWS) {
            total += Math.toIntExact(Files.size(file(size)));
        }
        ByteBuffer ico = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
        ico.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.size());
        int offset = headers;
        for (int size : WINDOWS) {
            int length = Math.toIntExact(Files.size(file(size)));
            // The width and height are one byte each, and 256 is written as 0. No palette, one plane, 32 bits to the pixel.
            ico.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0);
            ico.putShort((short) 1).putShort((short) 32).putInt(length).putInt(offset);
            offset += length;
        }
        for (int size : WINDOWS) {
            ico.put(Files.readAllBytes(file(size)));
        }
        return ico.array();
    }

    /** Every length counts its own header of eight bytes, too. */
    private static byte[] icns() throws IOException {
        int total = 8;
        for (int size : APPLE.values()) {
            total += 8 + Math.toIntExact(Files.size(file(size)));
        }
        ByteBuffer icns = ByteBuffer.allocate(total);
        icns.put(ascii("icns")).putInt(total);
        for (Map.Entry<String, Integer> type : APPLE.entrySet()) {
            byte[] png = Files.readAllBytes(file(type.getValue()));
            icns.put(ascii(type.getKey())).putInt(8 + png.length).put(png);
        }
        return icns.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
