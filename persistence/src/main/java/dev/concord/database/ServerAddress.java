package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import dev.concord.dialect.Dialect;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parses {@code postgresql://}, {@code mariadb://} and {@code mysql://} addresses, with or without {@code jdbc:} before
 * them.
 */
final class ServerAddress {
    private static final Pattern SHAPE = Pattern.compile("(?<scheme>[A-Za-z]+)://"
            + "(?:(?<user>[^:@/?#\\s]*)(?::(?<password>[^@/?#\\s]*))?@)?"
            + "(?<hosts>[A-Za-z0-9_.,:\\-\\[\\]]*)"
            + "(?:/(?<database>[^/?#&;\\s]*))?"
            + "(?:\\?(?<settings>[^#]*))?");

    private ServerAddress() {}

    static Address.Reading read(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            return Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, Passwords.mask(text));
        }
        boolean postgres = parts.group("scheme").toLowerCase(Locale.ROOT).startsWith("postgres");
        Dialect dialect = postgres ? Dialect.POSTGRESQL : Dialect.MARIADB;
        Map<String, String> settings = new LinkedHashMap<>();
        String user = decoded(orEmpty(parts.group("user")));
        String password = decoded(orEmpty(parts.group("password")));
        for (String pair : orEmpty(parts.group("settings")).split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            switch (name) {
                case "user" -> user = value;
                case "password" -> password = value;
                default -> {
                    Optional<String> known = AllowedSettings.driverName(dialect, name);
                    if (known.isEmpty()) {
                        return Address.refused(Reason.SETTING_REFUSED, name);
                    }
                    if (!isMySqlsDefault(known.get(), value)) {
                        settings.put(known.get(), value);
                    }
                }
            }
        }
        String hosts = parts.group("hosts").isEmpty() ? "localhost" : parts.group("hosts");
        String database = orEmpty(parts.group("database"));
        String name = decoded(database);
        return new Address.Understood(new Address(
                dialect,
                (postgres ? "jdbc:postgresql://" : "jdbc:mariadb://") + hosts + "/" + database,
                settings,
                user,
                new Secret(password),
                name.isEmpty() ? hosts : hosts + "/" + name,
                hosts,
                name,
                Optional.empty(),
                Limits.of(
                        Optional.ofNullable(settings.get("socketTimeout")),
                        postgres ? Duration.ofSeconds(1) : Duration.ofMillis(1))));
    }

    /** Whether a setting asks for MySQL's default, which is Concord's too; MariaDB's driver does not know the value. */
    private static boolean isMySqlsDefault(String setting, String value) {
        return setting.equals("sslMode") && value.equalsIgnoreCase("preferred");
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String group) {
        return group == null ? "" : group;
    }

    /** Decodes percent escapes; text with an invalid one is returned as it is, and matches no allowed setting. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
