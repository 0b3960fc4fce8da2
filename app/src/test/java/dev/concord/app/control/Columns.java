package dev.concord.app.control;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ValueKind;
import java.util.List;
import java.util.Optional;

/** Columns for tests, without a database. */
public final class Columns {
    private Columns() {}

    public static Column of(String name, ValueKind kind) {
        return of(name, kind, 0, 0, true);
    }

    public static Column required(String name, ValueKind kind) {
        return of(name, kind, 0, 0, false);
    }

    public static Column of(String name, ValueKind kind, int size, int scale, boolean nullable) {
        String type = kind.name().toLowerCase(java.util.Locale.ROOT);
        return new Column(name, type, kind, size, scale, nullable, Optional.empty(), Generation.NONE, List.of(), "");
    }

    public static Column words(String name, boolean nullable, String... words) {
        return new Column(
                name, "enum", ValueKind.ENUM, 0, 0, nullable, Optional.empty(), Generation.NONE, List.of(words), "");
    }
}
