package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Real SQLite files with all their loose types: every row read, edited, saved and put back must have the digest it had.
 * The files are not part of the repository; where they are absent the test is skipped and says so.
 */
class SampleFilesTest {
    private static final int ROWS = 25;

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"northwind.sqlite", "chinook.sqlite"})
    void everyEditableTableSurvivesReadEditSaveAndUndo(String name) throws IOException {
        Optional<Path> sample = sample(name);
        assumeTrue(sample.isPresent(), () -> name + " is not beside the repository in shared/data");
        Path copy = Files.copy(sample.orElseThrow(), directory.resolve(name));
        try (Database database = TestDatabase.open(DatabaseSettings.of(copy.toString()))) {
            Catalog catalog = new Catalog(database);
            RecordStore store = new RecordStore(database, catalog, Policies.DEFAULT);
            List<Table> editable = catalog.tables().stream()
                    .map(TableSummary::id)
                    .map(id -> catalog.table(id).orElseThrow())
                    .filter(table -> table.readOnlyReason().isEmpty())
                    .toList();
            assertThat(editable).hasSizeGreaterThan(8);
            for (Table table : editable) {
                everyRowSurvives(store, table);
            }
        }
    }

    private static void everyRowSurvives(RecordStore store, Table table) {
        List<String> key = table.rowKey().orElseThrow().columns();
        Page page = store.page(PageRequest.first(table.id(), List.of(), ROWS));
        for (Row shown : page.rows()) {
            Snapshot base =
                    store.find(new RecordKey(table.id(), shown.only(key))).orElseThrow();
            Draft edited = Draft.of(base);
            for (Column column : table.columns()) {
                if (column.writable() && !key.contains(column.name())) {
                    edited = edited.with(column.name(), other(base.row().get(column.name())));
                }
            }
            Snapshot now = savedOrRejected(store, edited, table);
            Draft undo = Draft.of(now);
            for (Column column : table.columns()) {
                if (column.writable()) {
                    undo = undo.with(column.name(), base.row().get(column.name()));
                }
            }
            SaveOutcome undone = store.save(undo);
            assertThat(undone).as(table.id().name()).isInstanceOf(Outcome.Saved.class);
            Snapshot last = ((Outcome.Saved) undone).snapshot();
            assertThat(last.row()).as(table.id().name()).isEqualTo(base.row());
            assertThat(last.token()).as(table.id().name()).isEqualTo(base.token());
        }
    }

    /** Saves the columns together, or one by one where a rule of the table does not accept the invented values. */
    private static Snapshot savedOrRejected(RecordStore store, Draft edited, Table table) {
        if (store.save(edited) instanceof Outcome.Saved saved) {
            return saved.snapshot();
        }
        Snapshot now = edited.base().orElseThrow();
        List<String> rejected = new ArrayList<>();
        for (String column : edited.changes().values().keySet()) {
            switch (store.save(Draft.of(now).with(column, edited.changes().get(column)))) {
                case Outcome.Saved saved -> now = saved.snapshot();
                case Outcome.Rejected _ -> rejected.add(column);
                case Outcome.Unwritten other -> throw new AssertionError(table.id() + ": " + other);
            }
        }
        assertThat(rejected).as(table.id().name()).isSubsetOf(constrained(table));
        return now;
    }

    private static List<String> constrained(Table table) {
        List<String> columns = new ArrayList<>();
        table.foreignKeys().forEach(reference -> columns.addAll(reference.columns()));
        table.uniqueKeys().forEach(unique -> columns.addAll(unique.columns()));
        table.checks().forEach(check -> columns.addAll(check.columns()));
        return columns;
    }

    private static Value other(Value value) {
        return switch (value) {
            case Value.Exact exact -> Value.of(exact.number().add(java.math.BigDecimal.ONE));
            case Value.Float64 twice -> new Value.Float64(twice.number() + 0.25);
            case Value.Text text -> Value.of(text.text() + " é");
            default -> Value.of("changed");
        };
    }

    private static Optional<Path> sample(String name) {
        Path below = Path.of("").toAbsolutePath();
        for (Path place = below; place != null; place = place.getParent()) {
            Path file = place.resolve("shared/data").resolve(name);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
