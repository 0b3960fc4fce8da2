package dev.concord.merge.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a PostgreSQL array; every item has the form in which the server writes it. */
final class ArrayReader {
    /** What {@code array_isspace} of the server's arrayfuncs.c takes for spacing. */
    private static final String SPACES = " \t\n\r\u000b\f";

    /** The server's own limit, MAXDIM. */
    private static final int DEEPEST = 6;

    private final String text;
    private final char delimiter;
    private int at;

    private ArrayReader(String text, char delimiter) {
        this.text = text;
        this.delimiter = delimiter;
    }

    static Optional<List<String>> read(String text, char delimiter) {
        try {
            ArrayReader reader = new ArrayReader(text, delimiter);
            reader.skipSpaces();
            List<String> items = reader.array(1);
            reader.skipSpaces();
            return reader.at == text.length() ? Optional.of(items) : Optional.empty();
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    private List<String> array(int depth) throws Malformed {
        List<String> items = new ArrayList<>();
        if (depth > DEEPEST) {
            throw new Malformed();
        }
        expect('{');
        skipSpaces();
        if (peek() == '}') {
            at++;
            return items;
        }
        while (true) {
            skipSpaces();
            items.add(item(depth));
            skipSpaces();
            if (peek() == '}') {
                at++;
                return items;
            }
            expect(delimiter);
        }
    }

    private String item(int depth) throws Malformed {
        return switch (peek()) {
            case '{' -> "{" + String.join(String.valueOf(delimiter), array(depth + 1)) + "}";
            case '"' -> written(quoted());
            default -> bare();
        };
    }

    private String quoted() throws Malformed {
        StringBuilder item = new StringBuilder();
        at++;
        while (peek() != '"') {
            item.append(character());
        }
        at++;
        return item.toString();
    }

    /** Reads an item without quotes; spaces after it do not belong to it, unless they are escaped. */
    private String bare() throws Malformed {
        StringBuilder item = new StringBuilder();
        int end = 0;
        boolean escaped = false;
        while (peek() != delimiter && peek() != '}') {
            if (peek() == '{' || peek() == '"') {
                throw new Malformed();
            }
            boolean escape = peek() == '\\';
            boolean space = SPACES.indexOf(peek()) >= 0;
            item.append(character());
            escaped |= escape;
            end = space ? end : item.length();
        }
        item.setLength(end);
        if (item.isEmpty()) {
            throw new Malformed();
        }
        boolean none = !escaped && item.toString().equalsIgnoreCase("NULL");
        return none ? "NULL" : written(item.toString());
    }

    private char character() throws Malformed {
        if (peek() == '\\') {
            at++;
        }
        char character = peek();
        at++;
        return character;
    }

    /** As array_out of arrayfuncs.c writes an item. */
    private String written(String item) {
        boolean plain = !item.isEmpty()
                && !item.equalsIgnoreCase("NULL")
                && item.chars().noneMatch(this::special);
        return plain ? item : "\"" + item.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private boolean special(int character) {
        return character == delimiter || "{}\"\\".indexOf(character) >= 0 || SPACES.indexOf(character) >= 0;
    }

    private void skipSpaces() {
        while (at < text.length() && SPACES.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws Malformed {
        if (at >= text.length()) {
            throw new Malformed();
        }
        return text.charAt(at);
    }

    private void expect(char expected) throws Malformed {
        if (peek() != expected) {
            throw new Malformed();
        }
        at++;
    }

    /** The text is no array. */
    private static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;
    }
}
