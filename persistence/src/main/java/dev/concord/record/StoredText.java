package dev.concord.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Text as databases store it, which need not be text at all. Bytes and characters become a {@link Value.Text} where they are
 * valid, and otherwise a {@link Value.Malformed}, from which they can be restored exactly.
 *
 * <p>An unpaired surrogate, half a character in UTF-16, is written as the three bytes that UTF-8 would have for its number. Such
 * bytes are not valid UTF-8, so no valid text has the same bytes.
 */
public final class StoredText {
    /** What a decoder puts in place of bytes it cannot decode. A valid text may contain it, too. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final int SURROGATE_MASK = 0xF800;
    private static final int SURROGATES = 0xD800;
    private static final int LEAD_OF_SURROGATES = 0xED;
    private static final int FIRST_AFTER_LEAD = 0xA0;
    private static final int CONTINUATION = 0x80;
    private static final int SIX_BITS = 0x3F;
    private static final int SURROGATE_BYTES = 3;

    private StoredText() {}

    /** Whether a driver may have decoded this text from bytes that are not valid. */
    public static boolean suspect(String decoded) {
        return decoded.indexOf(REPLACEMENT) >= 0;
    }

    /** Returns the text that bytes of UTF-8 stand for, or the bytes where they are not valid. */
    public static Value ofUtf8(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        boolean valid = !suspect(text) || Arrays.equals(text.getBytes(StandardCharsets.UTF_8), utf8);
        return valid ? Value.of(text) : new Value.Malformed(Bytes.of(utf8));
    }

    /** Returns the text of these characters, or their bytes where a surrogate has no other half. */
    public static Value ofChars(String chars) {
        return wellFormed(chars) ? Value.of(chars) : new Value.Malformed(Bytes.of(bytes(chars)));
    }

    /**
     * Returns what a text stands for in which bytes are written as {@code \xFC}, as {@link Value.Malformed#text} shows them: any
     * byte may be written so. Empty where none is.
     */
    public static Optional<Value> ofMarked(String shown) {
        return MarkedBytes.read(shown).map(StoredText::ofUtf8);
    }

    /** Returns the characters that {@link #ofChars} was given; empty where the bytes have none. */
    public static Optional<String> chars(Value.Malformed malformed) {
        byte[] bytes = malformed.bytes().toArray();
        StringBuilder chars = new StringBuilder(bytes.length);
        int from = 0;
        for (int at = 0; at + 2 < bytes.length; at++) {
            if (surrogate(bytes, at)) {
                chars.append(new String(bytes, from, at - from, StandardCharsets.UTF_8));
                chars.append((char) (SURROGATES | (bytes[at + 1] & (SIX_BITS >> 1)) << 6 | (bytes[at + 2] & SIX_BITS)));
                at += SURROGATE_BYTES - 1;
                from = at + 1;
            }
        }
        String all = chars.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
                .toString();
        return Arrays.equals(bytes(all), bytes) ? Optional.of(all) : Optional.empty();
    }

    /**
     * Returns the beginning of a text without what is left of a character that was cut in two; the value itself if that is not
     * all that makes it invalid.
     */
    public static Value withoutCutCharacter(Value beginning) {
        if (beginning instanceof Value.Malformed(Bytes cut)) {
            byte[] bytes = cut.toArray();
            for (int less = 1; less <= SURROGATE_BYTES && less <= bytes.length; less++) {
                Value text = ofUtf8(Arrays.copyOf(bytes, bytes.length - less));
                if (text instanceof Value.Text) {
                    return text;
                }
            }
        }
        return beginning;
    }

    private static boolean wellFormed(String chars) {
        // Nearly all texts have no surrogate at all, which is seen faster without leaving the loop.
        int all = 0;
        for (int i = 0; i < chars.length(); i++) {
            all |= chars.charAt(i);
        }
        return (all & SURROGATES) != SURROGATES || paired(chars);
    }

    private static boolean paired(String chars) {
        for (int i = 0; i < chars.length(); i++) {
            if ((chars.charAt(i) & SURROGATE_MASK) == SURROGATES) {
                boolean paired =
                        i + 1 < chars.length() && Character.isSurrogatePair(chars.charAt(i), chars.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static byte[] bytes(String chars) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(chars.length() * SURROGATE_BYTES);
        chars.codePoints().forEach(point -> {
            if (point <= Character.MAX_VALUE && Character.isSurrogate((char) point)) {
                out.write(LEAD_OF_SURROGATES);
                out.write(CONTINUATION | (point >> 6 & SIX_BITS));
                out.write(CONTINUATION | (point & SIX_BITS));
            } else {
                out.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
            }
        });
        return out.toByteArray();
    }

    /** Whether these bytes can only be those of a surrogate: no valid UTF-8 begins so. */
    private static boolean surrogate(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) == LEAD_OF_SURROGATES && (bytes[at + 1] & 0xFF) >= FIRST_AFTER_LEAD;
    }
}
