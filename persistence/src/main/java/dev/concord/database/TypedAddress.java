package dev.concord.database;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the relative file name in an address absolute. Recognises the same addresses as {@link Address}. */
final class TypedAddress {
    /** The schemes of server addresses; {@code jdbc:} may precede them. */
    static final Pattern SERVER_SCHEME = Pattern.compile("(?i)(postgresql|postgres|mariadb|mysql):");

    private static final Pattern FILE_URL =
            Pattern.compile("(?is)(?<scheme>jdbc:h2:(?:file:)?|jdbc:sqlite:)(?<path>[^;?]*)(?<settings>.*)");

    /** At least two letters, because a single letter is a Windows drive. */
    private static final Pattern OTHER_SCHEME = Pattern.compile("(?s)[A-Za-z][A-Za-z0-9]+:.*");

    private TypedAddress() {}

    static String in(Path folder, String written) {
        String text = written.strip();
        Matcher url = FILE_URL.matcher(text);
        if (url.matches()) {
            String path = url.group("path");
            boolean file = !OTHER_SCHEME.matcher(path).matches() && !path.startsWith(":");
            return file ? url.group("scheme") + absolute(folder, path) + url.group("settings") : written;
        }
        boolean other = text.toLowerCase(Locale.ROOT).startsWith("jdbc:")
                || text.contains("://")
                || SERVER_SCHEME.matcher(text).lookingAt();
        return other ? written : absolute(folder, text);
    }

    private static String absolute(Path folder, String path) {
        if (path.isEmpty() || path.startsWith("~/") || path.startsWith("~\\")) {
            return path;
        }
        try {
            Path typed = Path.of(path);
            return typed.isAbsolute() ? path : folder.resolve(typed).normalize().toString();
        } catch (InvalidPathException e) {
            return path;
        }
    }
}
