package dev.concord.app.conflict;

import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A customer edited by two people, without a database. */
public final class Customer {
    static final TableId ID = new TableId("public", "customer");
    public static final Set<String> SET_BY_DATABASE = Set.of("version");
    static final String NOTES = "Prefers a call in the morning. Delivers to the back door, never to the shop. "
            + "Pays by invoice within 30 days.";

    public static final Table TABLE = new Table(
            ID,
            Table.Type.TABLE,
            List.of(
                    column("id", ValueKind.INTEGER, 0, 0, false, Generation.IDENTITY),
                    text("name", 80, false),
                    text("street", 120, true),
                    text("city", 60, true),
                    text("postcode", 12, true),
                    text("phone", 40, true),
                    text("email", 120, true),
                    column("credit_limit", ValueKind.DECIMAL, 10, 2, true, Generation.NONE),
                    column("key_account", ValueKind.BOOLEAN, 0, 0, false, Generation.NONE),
                    column("customer_since", ValueKind.DATE, 0, 0, true, Generation.NONE),
                    text("notes", 0, true),
                    column("version", ValueKind.INTEGER, 0, 0, false, Generation.NONE)),
            Optional.of(new Key("customer_pk", List.of("id"), true)),
            List.of(),
            List.of(),
            List.of(),
            true,
            "");

    /** As it was when it was opened, at 14:02. */
    public static final Snapshot OPENED = snapshot(
            Row.of("id", Value.of(4711))
                    .with("name", Value.of("Lone Star Supplies"))
                    .with("street", Value.of("17 Commerce Street"))
                    .with("city", Value.of("Dallas"))
                    .with("postcode", Value.of("75201"))
                    .with("phone", Value.of("214 555 0100"))
                    .with("email", Value.ofNull())
                    .with("credit_limit", Value.of(new BigDecimal("5000.00")))
                    .with("key_account", Value.of(false))
                    .with("customer_since", new Value.Date(LocalDate.of(2019, 4, 1)))
                    .with("notes", Value.of(NOTES))
                    .with("version", Value.of(7)),
            2);

    /** As a colleague left it at 14:05: city, notes, phone, e-mail and credit limit changed. */
    public static final Snapshot THEIRS = snapshot(
            OPENED.row()
                    .with("city", Value.of("Seattle"))
                    .with(
                            "notes",
                            Value.of(NOTES.replace("morning", "afternoon").replace("30 days", "14 days")))
                    .with("phone", Value.of("206 555 0199"))
                    .with("email", Value.of("orders@lonestar.example"))
                    .with("credit_limit", Value.of(new BigDecimal("7500")))
                    .with("version", Value.of(8)),
            5);

    /** As the person edited it: city, notes, name and credit limit changed, the last to the same value. */
    public static final Draft MINE = Draft.of(OPENED)
            .with("city", Value.of("Houston"))
            .with(
                    "notes",
                    Value.of(NOTES.replace("back door, never to the shop", "loading bay")
                            .replace("30 days", "60 days")))
            .with("name", Value.of("Lone Star Supplies Inc."))
            .with("credit_limit", Value.of(new BigDecimal("7500.00")));

    private Customer() {}

    /** Both edits, compared. */
    public static RecordMerge merge() {
        return RecordMerge.of(TABLE, MINE, THEIRS, SET_BY_DATABASE, MergeRules.DEFAULT);
    }

    /** The colleague's row changed once more. */
    public static Snapshot theirs(String column, Value value, int minute) {
        return snapshot(THEIRS.row().with(column, value).with("version", Value.of(minute)), minute);
    }

    public static Snapshot snapshot(Row row, int minute) {
        RecordKey key = new RecordKey(ID, Row.of("id", row.get("id")));
        VersionToken token = new VersionToken.OfColumn(row.get("version"));
        return new Snapshot(key, row, Optional.of(token), at(minute));
    }

    /** A minute after 14 o'clock, today, here. */
    static Instant at(int minute) {
        return LocalDate.now(ZoneId.systemDefault())
                .atTime(LocalTime.of(14, minute))
                .atZone(ZoneId.systemDefault())
                .toInstant();
    }

    static Column text(String name, int size, boolean nullable) {
        return column(name, ValueKind.TEXT, size, 0, nullable, Generation.NONE);
    }

    private static Column column(
            String name, ValueKind kind, int size, int scale, boolean nullable, Generation generation) {
        return new Column(name, kind.name(), kind, size, scale, nullable, Optional.empty(), generation, List.of(), "");
    }
}
