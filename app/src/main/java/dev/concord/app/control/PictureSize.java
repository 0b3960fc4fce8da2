package dev.concord.app.control;

import dev.concord.record.Bytes;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * How many pixels a picture has, read from the head of its file without decoding it: PNG (ISO/IEC 15948, IHDR), GIF89a
 * (logical screen), BMP (BITMAPINFOHEADER) and JPEG (ITU-T T.81, the first SOF marker).
 */
record PictureSize(int width, int height) {

    /** Reads the size; empty when the bytes are no such picture, or end too early. */
    static Optional<PictureSize> of(Bytes bytes) {
        try (DataInputStream in = new DataInputStream(bytes.stream())) {
            return BinaryType.of(bytes).map(type -> read(type, in));
        } catch (UncheckedIOException | IOException cutShort) {
            return Optional.empty();
        }
    }

    private static PictureSize read(BinaryType type, DataInputStream in) {
        try {
            return switch (type) {
                case PNG -> {
                    in.skipNBytes(16);
                    yield new PictureSize(in.readInt(), in.readInt());
                }
                case GIF -> {
                    in.skipNBytes(6);
                    yield new PictureSize(
                            Short.toUnsignedInt(Short.reverseBytes(in.readShort())),
                            Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
                }
                case BMP -> {
                    in.skipNBytes(18);
                    yield new PictureSize(
                            Integer.reverseBytes(in.readInt()), Math.abs(Integer.reverseBytes(in.readInt())));
                }
                case JPEG -> jpeg(in);
                case PDF, ZIP, GZIP -> throw new EOFException();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PictureSize jpeg(DataInputStream in) throws IOException {
        in.skipNBytes(2);
        while (true) {
            int marker = in.readUnsignedShort();
            int length = in.readUnsignedShort();
            boolean frame =
                    marker >= 0xffc0 && marker <= 0xffcf && marker != 0xffc4 && marker != 0xffc8 && marker != 0xffcc;
            if (frame) {
                in.skipNBytes(1);
                int height = in.readUnsignedShort();
                return new PictureSize(in.readUnsignedShort(), height);
            }
            in.skipNBytes(Math.max(0, length - 2));
        }
    }
}
