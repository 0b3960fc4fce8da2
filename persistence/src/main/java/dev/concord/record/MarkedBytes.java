package dev.concord.record;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Shows bytes that are mostly UTF-8: its characters, and each byte that belongs to none as {@code \xFC}. */
final class MarkedBytes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private MarkedBytes() {}

    static String of(Bytes bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes.toArray());
        CharBuffer out = CharBuffer.allocate(in.remaining());
        StringBuilder shown = new StringBuilder();
        // Reports what is malformed unless told otherwise.
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result;
        do {
            result = decoder.decode(in, out, true);
            shown.append(out.flip());
            out.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                shown.append("\\x").append(HEX.toHexDigits(in.get()));
            }
        } while (result.isError());
        return shown.toString();
    }
}
