package dev.concord.app.connect;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address split into the fields of the dialog. Immutable; the parts that the fields do not show are kept, so that
 * {@code read(address).written()} is the same address.
 *
 * @param kind the kind of database, which determines the fields
 * @param scheme the text before the host or path
 * @param host the host; empty for the default, and for files
 * @param port the port; empty for the default, and for files
 * @param database the database's name; empty for files
 * @param file the path; empty for servers
 * @param settings the text that follows, with its question mark or semicolon
 */
record AddressParts(
        DatabaseKind kind, String scheme, String host, String port, String database, String file, String settings) {
    private static final Pattern SERVER = Pattern.compile("(?<scheme>(?i:(?:jdbc:)?(?<kind>[a-z]+))://)"
            + "(?<host>\\[[^\\]]*\\]|[^/?:,\\s]*)(?::(?<port>[0-9]*))?"
            + "(?:/(?<database>[^?\\s]*))?(?<settings>\\?.*)?");
    private static final Pattern FILE =
            Pattern.compile("(?<scheme>(?i:jdbc:(?:h2:(?:file:)?|sqlite:)))(?<file>[^;?]*)(?<settings>[;?].*)?");
    private static final Pattern NO_FILE = Pattern.compile("(?i)(?:mem|tcp|ssl|zip|nio.*|split|async|jdbc|file):.*");

    /** Returns the empty fields of a kind. */
    static AddressParts empty(DatabaseKind kind) {
        return new AddressParts(kind, kind.scheme(), "", "", "", "", "");
    }

    /** Parses an address without user and password; empty when the fields cannot show it. */
    static Optional<AddressParts> read(String address) {
        Matcher server = SERVER.matcher(address);
        if (server.matches()) {
            return kind(server.group("kind"))
                    .map(kind -> new AddressParts(
                            kind,
                            server.group("scheme"),
                            server.group("host"),
                            orEmpty(server.group("port")),
                            Login.decoded(orEmpty(server.group("database"))),
                            "",
                            orEmpty(server.group("settings"))));
        }
        Matcher file = FILE.matcher(address);
        boolean url = file.matches();
        String path = url ? file.group("file") : address;
        if (path.isBlank() || path.contains("://") || NO_FILE.matcher(path).matches()) {
            return Optional.empty();
        }
        String lower = address.toLowerCase(Locale.ROOT);
        boolean h2 = url ? lower.startsWith("jdbc:h2:") : lower.endsWith(".mv.db");
        return Optional.of(new AddressParts(
                h2 ? DatabaseKind.H2 : DatabaseKind.SQLITE,
                url ? file.group("scheme") : "",
                "",
                "",
                "",
                path,
                url ? orEmpty(file.group("settings")) : ""));
    }

    /** Returns the address made from the fields; empty when all fields are empty. */
    String written() {
        if (!kind.server()) {
            return file.isBlank() ? "" : scheme + file.strip() + settings;
        }
        if (host.isBlank() && port.isBlank() && database.isBlank()) {
            return "";
        }
        String name =
                URLEncoder.encode(database.strip(), StandardCharsets.UTF_8).replace("+", "%20");
        return scheme + host.strip() + (port.isBlank() ? "" : ":" + port.strip()) + "/" + name + settings;
    }

    private static Optional<DatabaseKind> kind(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "postgresql", "postgres" -> Optional.of(DatabaseKind.POSTGRESQL);
            case "mariadb", "mysql" -> Optional.of(DatabaseKind.MARIADB);
            default -> Optional.empty();
        };
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }
}
