package dev.concord.app.settings;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A table with one column of each sort a rule can be made for. */
final class Prices {
    static final Table TABLE = new Table(
            new TableId("public", "article_price"),
            Table.Type.TABLE,
            List.of(
                    column("id", ValueKind.INTEGER, Generation.IDENTITY),
                    column("title", ValueKind.TEXT, Generation.NONE),
                    column("amount", ValueKind.DECIMAL, Generation.NONE),
                    column("currency", ValueKind.TEXT, Generation.NONE),
                    column("in_stock", ValueKind.INTEGER, Generation.NONE),
                    column("tags", ValueKind.TEXT, Generation.NONE),
                    column("details", ValueKind.JSON, Generation.NONE),
                    column("valid_from", ValueKind.DATE, Generation.NONE),
                    column("last_seen", ValueKind.TIMESTAMP, Generation.NONE),
                    column("version", ValueKind.INTEGER, Generation.NONE),
                    column("shout", ValueKind.TEXT, Generation.COMPUTED)),
            Optional.of(new Key("pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");

    private Prices() {}

    private static Column column(String name, ValueKind kind, Generation generation) {
        String type = kind.name().toLowerCase(Locale.ROOT);
        return new Column(name, type, kind, 0, 0, true, Optional.empty(), generation, List.of(), "");
    }
}
