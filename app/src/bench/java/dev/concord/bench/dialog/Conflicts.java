package dev.concord.bench.dialog;

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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows two people changed that are hard to show. */
final class Conflicts {
    private static final TableId ID = new TableId("public", "wide");
    /** A line has 64 characters, so that as many lines are five million. */
    private static final int LINES = 78_125;

    private Conflicts() {}

    /** Two hundred columns, every one of them changed by both to something different. */
    static RecordMerge ofColumns(int columns) {
        Row base = Row.of("id", Value.of(1));
        Row theirs = base;
        Row mine = base;
        List<Column> all = new ArrayList<>(List.of(column("id", ValueKind.INTEGER)));
        for (int i = 0; i < columns; i++) {
            String name = "column_" + i;
            all.add(column(name, ValueKind.TEXT));
            base = base.with(name, Value.of("As it was, number " + i));
            theirs = theirs.with(name, Value.of("As a colleague wrote it, number " + i));
            mine = mine.with(name, Value.of("As I wrote it, number " + i));
        }
        return merge(all, base, theirs, mine);
    }

    /** A text of five million characters with two hundred changes on each side; every tenth line changed by both. */
    static RecordMerge ofText() {
        List<Column> columns = List.of(column("id", ValueKind.INTEGER), column("manual", ValueKind.TEXT));
        Row base = Row.of("id", Value.of(1));
        return merge(
                columns,
                base.with("manual", text(0, "")),
                base.with("manual", text(390, " by them")),
                base.with("manual", text(401, " by me")));
    }

    /** Every line is as long as the others; the changed ones say by whom. */
    private static Value text(int every, String by) {
        return Value.of(IntStream.range(0, LINES)
                .mapToObj(i -> {
                    boolean changed = every > 0 && (i % every == 0 || i % 3_900 == 0);
                    String line = "Line " + i + (changed ? by : "") + " of a long manual that somebody keeps";
                    return line + ".".repeat(Math.max(0, 63 - line.length())) + "\n";
                })
                .collect(Collectors.joining()));
    }

    private static RecordMerge merge(List<Column> columns, Row base, Row theirs, Row mine) {
        Table table = new Table(
                ID,
                Table.Type.TABLE,
                columns,
                Optional.of(new Key("pk", List.of("id"), true)),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        Draft draft = Draft.of(snapshot(base));
        for (var change : mine.values().entrySet()) {
            draft = change.getValue().equals(base.get(change.getKey()))
                    ? draft
                    : draft.with(change.getKey(), change.getValue());
        }
        return RecordMerge.of(table, draft, snapshot(base.withAll(theirs)), Set.of(), MergeRules.DEFAULT);
    }

    private static Snapshot snapshot(Row row) {
        return new Snapshot(new RecordKey(ID, Row.of("id", row.get("id"))), row, Optional.empty(), Instant.now());
    }

    private static Column column(String name, ValueKind kind) {
        return new Column(name, kind.name(), kind, 0, 0, true, Optional.empty(), Generation.NONE, List.of(), "");
    }
}
