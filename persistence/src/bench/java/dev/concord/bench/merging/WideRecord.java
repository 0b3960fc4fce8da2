package dev.concord.bench.merging;

import dev.concord.catalog.Check;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.MergeRules;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A record of 200 columns of eight kinds, among them twenty texts of twenty lines and twenty JSON values; of each ten two
 * are a group. They changed every third column and the person two of seven, so that both changed nineteen.
 */
record WideRecord(Table table, Draft mine, Snapshot theirs, MergeRules rules) {
    private static final int COLUMNS = 200;
    private static final int KINDS = 10;
    private static final TableId ID = new TableId("", "wide");

    static WideRecord make() {
        List<Column> columns = new ArrayList<>();
        Row opened = Row.EMPTY;
        Row theirs = Row.EMPTY;
        Row mine = Row.EMPTY;
        for (int i = 0; i < COLUMNS; i++) {
            columns.add(column(i));
            opened = opened.with(name(i), value(i, 0));
            theirs = theirs.with(name(i), value(i, i % 3 == 1 ? 1 : 0));
            mine = mine.with(name(i), value(i, i % 7 == 1 || i % 7 == 2 ? 2 : 0));
        }
        List<Check> checks = IntStream.range(0, COLUMNS / KINDS)
                .mapToObj(ten -> new Check("check" + ten, "", List.of(name(ten * KINDS + 4), name(ten * KINDS + 5))))
                .toList();
        ForeignKey foreign = new ForeignKey("place", List.of(name(1), name(2)), ID, List.of("a", "b"));
        Key unique = new Key("number", List.of(name(2), name(12)), false);
        Table table = new Table(
                ID,
                Table.Type.TABLE,
                columns,
                Optional.of(new Key("pk", List.of(name(0)), true)),
                List.of(unique),
                List.of(foreign),
                checks,
                true,
                "");
        ColumnGroup own = new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "own", List.of(name(7), name(8)));
        Draft draft = Draft.of(snapshot(opened));
        for (int i = 0; i < COLUMNS; i++) {
            draft = draft.with(name(i), mine.get(name(i)));
        }
        return new WideRecord(table, draft, snapshot(theirs), MergeRules.DEFAULT.withGroups(List.of(own)));
    }

    private static String name(int column) {
        return "column_" + column;
    }

    private static Column column(int i) {
        return new Column(name(i), "any", kind(i), 0, 0, true, Optional.empty(), Column.Generation.NONE, List.of(), "");
    }

    private static ValueKind kind(int i) {
        return switch (i % KINDS) {
            case 1, 2, 3, 6 -> ValueKind.TEXT;
            case 4 -> ValueKind.DECIMAL;
            case 5, 0 -> ValueKind.INTEGER;
            case 7 -> ValueKind.DATE;
            case 8 -> ValueKind.BOOLEAN;
            default -> ValueKind.JSON;
        };
    }

    /** A value as it was opened, as they changed it, or as the person did. */
    private static Value value(int i, int version) {
        return switch (i % KINDS) {
            case 1, 2, 3 -> Value.of("Word " + i + " of version " + version);
            case 4 -> Value.of(BigDecimal.valueOf(i * 100L + version, 2));
            case 5, 0 -> Value.of(i + version);
            case 6 -> Value.of(lines(version));
            case 7 -> new Value.Date(LocalDate.of(2026, 1, 1).plusDays(i + version));
            case 8 -> Value.of(version % 2 == 0);
            default ->
                new Value.Json("{\"name\": \"column\", \"first\": %d, \"second\": %d, \"tags\": [1, 2, 3]}"
                        .formatted(version == 1 ? 1 : 0, version == 2 ? 1 : 0));
        };
    }

    private static String lines(int version) {
        return IntStream.range(0, 20)
                .mapToObj(line -> "Line " + line + " of a remark" + (line == 5 * version ? ", changed" : "") + ".\n")
                .collect(Collectors.joining());
    }

    private static Snapshot snapshot(Row row) {
        RecordKey key = new RecordKey(ID, Row.of(name(0), Value.of(0)));
        return new Snapshot(key, row, Optional.empty(), Instant.EPOCH);
    }
}
