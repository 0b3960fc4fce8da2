package dev.concord.app.gateway.read;

import dev.concord.testing.Engine;

/** A kind of text that takes {@code abc} and {@code ABC} for the same. */
public final class CaselessText {
    private CaselessText() {}

    /** Returns what makes the type. */
    public static String[] statements(Engine engine) {
        return engine == Engine.POSTGRESQL
                ? new String[] {
                    "create collation \"nocase\" (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
                }
                : new String[0];
    }

    /** Returns the type. */
    public static String type(Engine engine) {
        return switch (engine) {
            case H2 -> "varchar_ignorecase(9)";
            case POSTGRESQL -> "varchar(9) collate \"nocase\"";
            case MARIADB -> "varchar(9)";
            case SQLITE -> "varchar(9) collate nocase";
        };
    }
}
