package dev.concord.bench.window;

import dev.concord.app.edit.EditListener;
import dev.concord.app.edit.EditModel;
import dev.concord.app.edit.EditView;
import dev.concord.app.edit.EditedDatabase;
import dev.concord.app.edit.MergedSave;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.layout.KeptLayouts;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** From a record of 200 columns, read already, to its form on the screen, in which one can type: of another table, and of the same one. */
final class FormBenchmark {
    private static final int COLUMNS = 200;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;
    private static final double MOST = 300;
    private static final List<String> TYPES = List.of(
            "varchar(40)", "integer", "decimal(10, 2)", "date", "varchar(20)", "boolean", "timestamp", "varchar(1000)");

    private final RecordStore store;
    private final Table table;
    private final Work work = Work.threaded(fault -> {
        throw new IllegalStateException(fault);
    });

    private FormBenchmark(RecordStore store) {
        this.store = store;
        this.table = store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(id -> id.name().equalsIgnoreCase("wide"))
                .findFirst()
                .flatMap(store.catalog()::table)
                .orElseThrow();
    }

    static void run() throws Exception {
        WindowReport report = new WindowReport("form of 200 columns");
        if (!report.wanted("usable")) {
            return;
        }
        report.begin();
        try (Database database = TestDatabase.open(TestDatabase.freshH2File())) {
            String columns = IntStream.range(1, COLUMNS)
                    .mapToObj(i -> "column_" + i + " " + TYPES.get(i % TYPES.size()))
                    .collect(Collectors.joining(", "));
            TestDatabase.execute(
                    database,
                    "create table wide (id integer primary key, " + columns + ")",
                    "insert into wide (id, column_1, column_8) values (1, 17, 'Acme'), (2, 18, 'Blum')");
            new FormBenchmark(new RecordStore(database, new Catalog(database), Policies.DEFAULT)).measure(report);
        }
        report.publish();
    }

    private void measure(WindowReport report) throws Exception {
        Snapshot one = row(1);
        Snapshot two = row(2);
        List<Double> another = new ArrayList<>();
        List<Double> all = new ArrayList<>();
        List<Double> same = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            PendingEdits pending = new PendingEdits();
            EditModel model = FxThread.call(this::model);
            Stage stage = FxThread.call(() -> {
                Stage shown = new Stage();
                Scene scene = new Scene(new EditView(model, GridWindow.TEXTS, model::save).root(), 435, 900);
                scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
                shown.setScene(scene);
                shown.show();
                return shown;
            });
            FxThread.painted(() -> {}, () -> true);
            double first = FxThread.painted(() -> model.open(pending.open(table, one)), () -> true);
            double rest = FxThread.painted(() -> {}, () -> fields(stage) == COLUMNS);
            double second = FxThread.painted(() -> model.open(pending.open(table, two)), () -> true);
            FxThread.run(() -> {
                model.close();
                stage.close();
            });
            if (round >= WARM_UP) {
                another.add(first);
                all.add(first + rest);
                same.add(second);
            }
        }
        report.add("record of another table usable (ms), median", FxThread.median(another), MOST);
        report.add("record of another table usable (ms), slowest", FxThread.most(another), MOST);
        report.add("all fields of another table (ms), median", FxThread.median(all));
        report.add("record of the same table usable (ms), median", FxThread.median(same), MOST);
    }

    private static int fields(Stage stage) {
        return stage.getScene().getRoot().lookupAll(".edit-field").size();
    }

    private Snapshot row(int id) {
        String key = table.columns().getFirst().name();
        return store.find(new RecordKey(table.id(), Row.of(key, Value.of(id)))).orElseThrow();
    }

    private EditModel model() {
        return new EditModel(
                new EditedDatabase(MergedWrites.unkept(store), () -> Merging.DEFAULT, merge -> false),
                new ReferenceLinks(
                        new ReferenceModel(new StoredReferences(store, GridWindow.TEXTS), work, ""), reference -> {}),
                KeptLayouts.forNow(),
                work,
                GridWindow.TEXTS,
                new Nobody());
    }

    /** Nobody who listens. */
    private static final class Nobody implements EditListener {
        @Override
        public void saved(PendingEdit edit, Draft sent, Snapshot saved, Optional<MergedSave> merged) {}

        @Override
        public void conflict(PendingEdit edit, RecordMerge merge) {}

        @Override
        public void gone(PendingEdit edit, Draft mine) {}

        @Override
        public void deleteConflict(PendingEdit edit, Snapshot mine, Snapshot theirs) {}

        @Override
        public void deleted(PendingEdit edit, RecordKey key) {}

        @Override
        public void confirmDelete(Snapshot row, String record, Runnable delete) {}

        @Override
        public void undecided(Table table, Runnable again) {}

        @Override
        public void newWanted(Table table) {}
    }
}
