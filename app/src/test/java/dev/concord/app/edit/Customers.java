package dev.concord.app.edit;

import dev.concord.app.control.Columns;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One record with a column of every kind, for looking at the form without a database. */
final class Customers {
    static final TableId ID = new TableId("", "Customer");

    private Customers() {}

    static Table table() {
        return table(List.of(
                column("id", "integer", ValueKind.INTEGER, 0, 0, false, "", Generation.IDENTITY),
                column("name", "character varying", ValueKind.TEXT, 100, 0, false, "", Generation.NONE),
                column("contact", "character varying", ValueKind.TEXT, 80, 0, true, "", Generation.NONE),
                column("remark", "character varying", ValueKind.TEXT, 40, 0, true, "", Generation.NONE),
                column("notes", "text", ValueKind.TEXT, 0, 0, true, "", Generation.NONE),
                column("credit_limit", "decimal", ValueKind.DECIMAL, 10, 2, false, "1000.00", Generation.NONE),
                column("active", "boolean", ValueKind.BOOLEAN, 0, 0, false, "TRUE", Generation.NONE),
                column("newsletter", "boolean", ValueKind.BOOLEAN, 0, 0, true, "", Generation.NONE),
                column("since", "date", ValueKind.DATE, 0, 0, true, "", Generation.NONE),
                column("last_order", "timestamp", ValueKind.TIMESTAMP, 0, 6, true, "", Generation.NONE),
                Columns.words("rating", true, "gold", "silver", "bronze"),
                column("token", "uuid", ValueKind.UUID, 0, 0, true, "", Generation.NONE),
                column("settings", "json", ValueKind.JSON, 0, 0, true, "", Generation.NONE),
                column("picture", "blob", ValueKind.BINARY, 0, 0, true, "", Generation.NONE),
                column("label", "character varying", ValueKind.TEXT, 120, 0, true, "", Generation.COMPUTED)));
    }

    static Table table(List<Column> columns) {
        return new Table(
                ID,
                Table.Type.TABLE,
                columns,
                Optional.of(new Key("pk", List.of("id"), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
    }

    static Table keyless() {
        return new Table(
                ID, Table.Type.TABLE, table().columns(), Optional.empty(), List.of(), List.of(), List.of(), true, "");
    }

    static Column column(
            String name,
            String type,
            ValueKind kind,
            int size,
            int scale,
            boolean nullable,
            String standard,
            Generation generation) {
        Optional<String> expression = standard.isEmpty() ? Optional.empty() : Optional.of(standard);
        return new Column(name, type, kind, size, scale, nullable, expression, generation, List.of(), "");
    }

    static Snapshot acme() {
        Row row = Row.of("id", Value.of(4711))
                .with("name", Value.of("Acme Coffee Roasters Ltd"))
                .with("contact", Value.of("Ana Lima"))
                .with("remark", Value.of(""))
                .with(
                        "notes",
                        Value.of("Calls every Tuesday.\nPrefers delivery before nine, by the yard, and never on a "
                                + "market day, because then the lane is closed to lorries."))
                .with("credit_limit", Value.of(new BigDecimal("2500")))
                .with("active", Value.of(true))
                .with("newsletter", Value.ofNull())
                .with("since", new Value.Date(LocalDate.of(2019, 4, 1)))
                .with("last_order", new Value.DateTime(LocalDateTime.of(2026, 11, 20, 16, 42, 7)))
                .with("rating", Value.of("silver"))
                .with("token", new Value.Uuid(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")))
                .with("settings", new Value.Json("{\n  \"invoice\": \"monthly\",\n  \"copies\": 2\n}"))
                .with("picture", new Value.Binary(Bytes.of(picture())))
                .with("label", Value.of("4711 Acme Coffee Roasters Ltd"));
        return new Snapshot(
                new RecordKey(ID, Row.of("id", Value.of(4711))),
                row,
                Optional.of(new VersionToken.OfDigest(Bytes.of(new byte[32]))),
                Instant.EPOCH);
    }

    private static byte[] picture() {
        try (InputStream in = Customers.class.getResourceAsStream("/dev/concord/app/edit/cup.png")) {
            return in == null ? new byte[2500] : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
