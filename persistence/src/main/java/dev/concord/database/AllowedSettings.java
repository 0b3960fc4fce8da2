package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The settings an address may contain. Drivers have settings that load classes, run SQL, read or write local files, or
 * change what a row count means, and each release adds new ones; so Concord lists the harmless settings and rejects all
 * others.
 */
final class AllowedSettings {
    private static final Map<String, String> POSTGRESQL = byLowerCase(Set.of(
            "ApplicationName",
            "channelBinding",
            "connectTimeout",
            "currentSchema",
            "gssEncMode",
            "loginTimeout",
            "prepareThreshold",
            "requireAuth",
            "socketTimeout",
            "ssl",
            "sslcert",
            "sslkey",
            "sslmode",
            "sslNegotiation",
            "sslrootcert",
            "targetServerType",
            "tcpKeepAlive",
            "tcpNoDelay"));

    /**
     * The last entries are settings of MySQL's driver: addresses often contain them, and MariaDB's driver ignores them.
     */
    private static final Map<String, String> MARIADB = byLowerCase(Set.of(
            "allowPublicKeyRetrieval",
            "connectTimeout",
            "enabledSslProtocolSuites",
            "serverSslCert",
            "socketTimeout",
            "sslMode",
            "tcpKeepAlive",
            "trustServerCertificate",
            "useCompression",
            "useServerPrepStmts",
            "useSsl",
            "characterEncoding",
            "requireSSL",
            "serverTimezone",
            "useUnicode",
            "verifyServerCertificate",
            "zeroDateTimeBehavior"));

    private static final Map<String, String> H2 = byLowerCase(Set.of(
            "ACCESS_MODE_DATA",
            "AUTO_SERVER",
            "AUTO_SERVER_PORT",
            "CACHE_SIZE",
            "CASE_INSENSITIVE_IDENTIFIERS",
            "CIPHER",
            "COLLATION",
            "DATABASE_TO_LOWER",
            "DATABASE_TO_UPPER",
            "DB_CLOSE_DELAY",
            "DB_CLOSE_ON_EXIT",
            "DEFAULT_NULL_ORDERING",
            "IFEXISTS",
            "IGNORECASE",
            "LOCK_TIMEOUT",
            "MODE",
            "NETWORK_TIMEOUT",
            "NON_KEYWORDS",
            "SCHEMA",
            "WRITE_DELAY"));

    private AllowedSettings() {}

    /** Returns a setting's name as the driver spells it; empty when it must not reach the driver. */
    static Optional<String> driverName(Dialect dialect, String name) {
        Map<String, String> allowed =
                switch (dialect) {
                    case H2 -> H2;
                    case POSTGRESQL -> POSTGRESQL;
                    case MARIADB, MYSQL -> MARIADB;
                    case SQLITE -> Map.of();
                };
        return Optional.ofNullable(allowed.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> byLowerCase(Set<String> names) {
        return names.stream()
                .collect(Collectors.toUnmodifiableMap(n -> n.toLowerCase(Locale.ROOT), Function.identity()));
    }
}
