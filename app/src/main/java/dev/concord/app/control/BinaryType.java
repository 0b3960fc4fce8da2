package dev.concord.app.control;

import dev.concord.record.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/** File formats, recognised by their first bytes. */
public enum BinaryType {
    PNG("PNG", "89504e470d0a1a0a", true),
    JPEG("JPEG", "ffd8ff", true),
    GIF("GIF", "47494638", true),
    BMP("BMP", "424d", true),
    PDF("PDF", "25504446", false),
    ZIP("ZIP", "504b0304", false),
    GZIP("GZIP", "1f8b", false);

    private final String title;
    private final String start;
    private final boolean picture;

    BinaryType(String title, String start, boolean picture) {
        this.title = title;
        this.start = start;
        this.picture = picture;
    }

    /** The format's usual name. */
    String title() {
        return title;
    }

    /** Returns the usual extension of such files, with its dot. */
    public String ending() {
        return this == JPEG ? ".jpg" : this == GZIP ? ".gz" : "." + title.toLowerCase(Locale.ROOT);
    }

    /** Whether JavaFX can paint it. */
    boolean picture() {
        return picture;
    }

    /** Returns the format; empty when the bytes do not begin like one of these. */
    public static Optional<BinaryType> of(Bytes bytes) {
        String head = head(bytes);
        return Arrays.stream(values()).filter(t -> head.startsWith(t.start)).findFirst();
    }

    private static String head(Bytes bytes) {
        try (InputStream in = bytes.stream()) {
            return HexFormat.of().formatHex(in.readNBytes(8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
