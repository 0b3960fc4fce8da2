package dev.concord.record;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows bytes that are mostly UTF-8: its characters, and each byte that belongs to none as {@code \xFC}. What is shown can be read
 * back: a backslash that would be taken for the beginning of a mark is marked itself, as {@code \x5C}.
 */
final class MarkedBytes {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final Pattern MARK = Pattern.compile("\\\\x(\\p{XDigit}{2})");
    private static final String MARKED_BACKSLASH = "\\x5C";

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
            shown.append(withoutMarks(out.flip().toString()));
            out.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                shown.append("\\x").append(HEX.toHexDigits(in.get()));
            }
        } while (result.isError());
        return shown.toString();
    }

    private static String withoutMarks(String characters) {
        return MARK.matcher(characters)
                .replaceAll(mark ->
                        Matcher.quoteReplacement(MARKED_BACKSLASH + mark.group().substring(1)));
    }

    /** Returns the bytes that a text with marks shows; empty where it has none. */
    static Optional<byte[]> read(String shown) {
        Matcher marks = MARK.matcher(shown);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(shown.length());
        int from = 0;
        while (marks.find()) {
            bytes.writeBytes(shown.substring(from, marks.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(HexFormat.fromHexDigits(marks.group(1)));
            from = marks.end();
        }
        bytes.writeBytes(shown.substring(from).getBytes(StandardCharsets.UTF_8));
        return from == 0 ? Optional.empty() : Optional.of(bytes.toByteArray());
    }
}
