package dev.concord.database;

import dev.concord.database.OpenOutcome.Reason;
import dev.concord.dialect.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses what follows {@code jdbc:h2:}. A file must exist, so that a typing error never creates one. */
final class H2Address {
    private static final Pattern SERVER =
            Pattern.compile("(?i)(tcp|ssl)://(?<host>[A-Za-z0-9_.:\\-\\[\\]]+)/(?<path>.+)");
    private static final Pattern OTHER_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9]+:.*");
    static final String SUFFIX = ".mv.db";
    private static final String NETWORK_TIMEOUT = "NETWORK_TIMEOUT";

    private H2Address() {}

    static Address.Reading read(String text) {
        String[] parts = text.split(";", -1);
        Map<String, String> settings = new LinkedHashMap<>();
        String user = "";
        String password = "";
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].isEmpty()) {
                continue;
            }
            int equals = parts[i].indexOf('=');
            String name = equals < 0 ? parts[i] : parts[i].substring(0, equals);
            String value = equals < 0 ? "" : parts[i].substring(equals + 1);
            String upper = name.toUpperCase(Locale.ROOT);
            if (upper.equals("USER")) {
                user = value;
            } else if (upper.equals("PASSWORD")) {
                password = value;
            } else if (allowed(upper, value)) {
                settings.put(upper, value);
            } else {
                return Address.refused(Reason.SETTING_REFUSED, name);
            }
        }
        Login login = new Login(user, new Secret(password));
        String name = parts[0];
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.contains("\\") && !name.matches("(?i)(file:)?[a-z]:\\\\.*")) {
            return Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, name);
        }
        Matcher server = SERVER.matcher(name);
        if (server.matches()) {
            String host = server.group("host");
            String database = server.group("path");
            Limits limits = limited(settings);
            return address(name, settings, login, host + "/" + database, host, database, Optional.empty(), limits);
        }
        if (lower.startsWith("mem:")) {
            String memory = name.length() > "mem:".length() ? name : "mem:" + UUID.randomUUID();
            String label = memory.substring("mem:".length());
            return address(memory, settings, login, label, "", label, Optional.empty(), Limits.NONE);
        }
        String path = lower.startsWith("file:") ? name.substring("file:".length()) : name;
        if (path.isEmpty() || OTHER_SCHEME.matcher(path).matches()) {
            return Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, name);
        }
        return TypedPath.of(path)
                .map(H2Address::withSuffix)
                .map(file -> FileKind.look(file, kind -> switch (kind) {
                    case H2, H2_ENCRYPTED -> file(file, settings, login);
                    case H2_OLD -> H2Format.refused(file);
                    case SQLITE -> Address.refused(Reason.NOT_A_DATABASE, file.toString());
                }))
                .orElseGet(() -> Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, path));
    }

    /** The address of a file already known to be H2's. */
    static Address.Reading file(Path file, Map<String, String> given, Login login) {
        String path = file.toString();
        if (path.contains(";")) {
            return Address.refused(Reason.ADDRESS_NOT_UNDERSTOOD, path);
        }
        if (!path.endsWith(SUFFIX)) {
            return new Address.Refused(
                    new OpenOutcome.Failed(Reason.OTHER, path, "H2 opens only files whose names end in " + SUFFIX));
        }
        Map<String, String> settings = new LinkedHashMap<>(given);
        settings.put("IFEXISTS", "TRUE");
        if (!Files.isWritable(file)) {
            settings.put("ACCESS_MODE_DATA", "r");
        }
        if (settings.getOrDefault("ACCESS_MODE_DATA", "rw").equalsIgnoreCase("r")) {
            settings.remove("AUTO_SERVER");
        } else {
            settings.putIfAbsent("AUTO_SERVER", "TRUE");
        }
        String base = path.substring(0, path.length() - SUFFIX.length());
        String name = String.valueOf(file.getFileName());
        // Java closes a file when a thread is interrupted while using it; "retry:" reopens it, for all threads.
        Limits limits = limited(settings);
        return address("retry:" + base, settings, login, name, "", name, Optional.of(file), limits);
    }

    /**
     * Rejects a backslash, which would escape the semicolon after the value, and IFEXISTS off, which would create a
     * database.
     */
    private static boolean allowed(String name, String value) {
        return AllowedSettings.driverName(Dialect.H2, name).isPresent()
                && !value.contains("\\")
                && (!name.equals("IFEXISTS") || value.equalsIgnoreCase("TRUE"));
    }

    /**
     * Adds the time-outs. A file needs them like a server: another program that opened it first is reached over the
     * network.
     */
    private static Limits limited(Map<String, String> settings) {
        Limits limits = Limits.of(Optional.ofNullable(settings.get(NETWORK_TIMEOUT)), Duration.ofMillis(1));
        settings.put(NETWORK_TIMEOUT, Long.toString(limits.network().toMillis()));
        return limits;
    }

    private static Path withSuffix(Path base) {
        return base.toString().endsWith(SUFFIX) ? base : base.resolveSibling(base.getFileName() + SUFFIX);
    }

    private static Address.Reading address(
            String name,
            Map<String, String> settings,
            Login login,
            String label,
            String host,
            String database,
            Optional<Path> file,
            Limits limits) {
        StringBuilder url = new StringBuilder("jdbc:h2:").append(name);
        settings.forEach((key, value) -> url.append(';').append(key).append('=').append(value));
        return new Address.Understood(new Address(
                Dialect.H2,
                url.toString(),
                Map.of(),
                login.user(),
                login.password(),
                label,
                host,
                database,
                file,
                limits));
    }

    /** The user and password in the address. */
    record Login(String user, Secret password) {
        static final Login NONE = new Login("", Secret.NONE);
    }
}
