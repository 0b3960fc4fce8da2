package dev.concord.app.gateway.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The path and the parameters of an address, decoded. Percent escapes are decoded after the address was divided, so an
 * escaped slash is part of a segment. What is no UTF-8 is refused, not replaced.
 */
public record RequestTarget(List<String> path, Parameters parameters) {
    /** Makes the path unchangeable. */
    public RequestTarget {
        path = List.copyOf(path);
    }

    /**
     * Reads a target.
     *
     * @param rawPath begins with a slash
     * @param rawQuery without its question mark; empty for none
     * @return empty when an escape is broken or the bytes are not UTF-8
     */
    public static Optional<RequestTarget> of(String rawPath, String rawQuery) {
        try {
            return Optional.of(new RequestTarget(path(rawPath), parameters(rawQuery)));
        } catch (CharacterCodingException broken) {
            return Optional.empty();
        }
    }

    private static List<String> path(String raw) throws CharacterCodingException {
        List<String> segments = new ArrayList<>();
        for (String segment : raw.substring(1).split("/", -1)) {
            segments.add(decoded(segment, false));
        }
        if (segments.getLast().isEmpty()) {
            segments.removeLast();
        }
        return segments;
    }

    private static Parameters parameters(String raw) throws CharacterCodingException {
        List<String> namesAndValues = new ArrayList<>();
        for (String parameter : raw.split("&", -1)) {
            if (!parameter.isEmpty()) {
                int sign = parameter.indexOf('=');
                namesAndValues.add(decoded(sign < 0 ? parameter : parameter.substring(0, sign), true));
                namesAndValues.add(sign < 0 ? "" : decoded(parameter.substring(sign + 1), true));
            }
        }
        return Parameters.of(namesAndValues.toArray(String[]::new));
    }

    /**
     * Decodes a part of an address.
     *
     * @param form whether a plus means a space, as HTML forms send it
     */
    private static String decoded(String raw, boolean form) throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.allocate(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put(escaped(raw, i + 1));
                i += 2;
            } else if (c > 0xFF) {
                throw new CharacterCodingException();
            } else {
                // The JDK's server reads the request's bytes as characters one by one.
                bytes.put((byte) (form && c == '+' ? ' ' : c));
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    private static byte escaped(String raw, int at) throws CharacterCodingException {
        int high = at + 1 < raw.length() ? Character.digit(raw.charAt(at), 16) : -1;
        int low = high < 0 ? -1 : Character.digit(raw.charAt(at + 1), 16);
        if (low < 0) {
            throw new CharacterCodingException();
        }
        return (byte) (high << 4 | low);
    }
}
