package dev.concord.merge;

import dev.concord.catalog.Check;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A table of text columns and rows of it, for merges that need no database. */
final class Rows {
    static final TableId ID = new TableId("public", "customer");
    static final Instant OPENED = Instant.parse("2026-11-22T14:02:00Z");

    private Rows() {}

    static Table table(String... columns) {
        return table(
                Stream.of(columns).map(name -> column(name, Generation.NONE)).toList());
    }

    static Table table(List<Column> columns) {
        return constrained(columns, List.of(), List.of(), List.of());
    }

    static Table constrained(List<Column> columns, List<Key> unique, List<ForeignKey> foreign, List<Check> checks) {
        Key key = new Key("pk", List.of("id"), true);
        return new Table(ID, Table.Type.TABLE, columns, Optional.of(key), unique, foreign, checks, true, "");
    }

    static Column column(String name, Generation generation) {
        return new Column(name, "varchar", ValueKind.TEXT, 0, 0, true, Optional.empty(), generation, List.of(), "");
    }

    static Snapshot snapshot(Row row, int minutes) {
        RecordKey key = new RecordKey(ID, Row.of("id", Value.of(4711)));
        VersionToken token = new VersionToken.OfDigest(Bytes.of(
                ByteBuffer.allocate(Integer.BYTES).putInt(row.hashCode()).array()));
        return new Snapshot(key, row, Optional.of(token), OPENED.plusSeconds(60L * minutes));
    }

    static Row row(Map<String, Value> values) {
        Row row = Row.EMPTY;
        for (Map.Entry<String, Value> value : values.entrySet()) {
            row = row.with(value.getKey(), value.getValue());
        }
        return row;
    }

    /** The draft on base that makes it the wanted row. */
    static Draft draft(Snapshot base, Row wanted) {
        Draft draft = Draft.of(base);
        for (Map.Entry<String, Value> value : wanted.values().entrySet()) {
            draft = draft.with(value.getKey(), value.getValue());
        }
        return draft;
    }
}
