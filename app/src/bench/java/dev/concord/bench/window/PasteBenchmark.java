package dev.concord.bench.window;

import dev.concord.app.paste.PasteListener;
import dev.concord.app.paste.PasteModel;
import dev.concord.app.paste.PasteServices;
import dev.concord.app.paste.PasteTarget;
import dev.concord.app.paste.PasteView;
import dev.concord.app.paste.RowRun;
import dev.concord.app.pending.EditableColumns;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.stage.Stage;

/** From the paste of a block of a thousand rows and ten columns to its preview on the screen. */
final class PasteBenchmark {
    private static final int HEIGHT = 1_000;
    private static final int LOADED = 200;
    private static final int WARM_UP = 5;
    private static final int ROUNDS = 11;
    private static final double MOST = 300;

    private PasteBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("paste of 1000 rows of 10 columns");
        if (!report.wanted("preview")) {
            return;
        }
        report.begin();
        for (Engine engine : List.of(Engine.H2, Engine.POSTGRESQL)) {
            String name = engine == Engine.H2 ? "H2 file" : "PostgreSQL";
            try (Database database =
                    TestDatabase.open(engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase())) {
                List<Double> times = times(database);
                report.add(name + ": until the preview is painted (ms), median", FxThread.median(times), MOST);
                report.add(name + ": until the preview is painted (ms), slowest", FxThread.most(times));
            }
        }
        report.publish();
    }

    private static List<Double> times(Database database) throws Exception {
        TestDatabase.execute(
                database,
                "create table pasted (id integer not null primary key, c1 varchar(40), c2 varchar(40), c3 integer, "
                        + "c4 integer, c5 decimal(10, 2), c6 decimal(10, 2), c7 date, c8 boolean, c9 varchar(200), "
                        + "c10 double precision)");
        for (int from = 0; from < 2 * HEIGHT; from += LOADED) {
            TestDatabase.execute(
                    database,
                    IntStream.range(from, from + LOADED)
                            .mapToObj(i -> "(" + i
                                    + ", 'one', 'two', 3, 4, 5.50, 6.25, date '2026-01-31', true, 'nine', 10.5)")
                            .collect(Collectors.joining(",", "insert into pasted values ", "")));
        }
        RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        TableId id = store.catalog().tables().getFirst().id();
        Table table = store.catalog().table(id).orElseThrow();
        PasteTarget target = target(store, table);
        Work work = Work.threaded(fault -> {
            throw new IllegalStateException(fault);
        });
        List<Double> times = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            String block = block(round);
            Stage[] stage = new Stage[1];
            double time = FxThread.painted(
                    () -> new Asked(stage)
                            .paste(target, block, new PasteServices(store, new PendingEdits(), work, GridWindow.TEXTS)),
                    () -> stage[0] != null && rows(stage[0]) >= HEIGHT);
            if (round >= WARM_UP) {
                times.add(time);
            }
            FxThread.run(() -> stage[0].hide());
        }
        return times;
    }

    private static int rows(Stage stage) {
        return stage.getScene().getRoot().lookup(".table-view") instanceof TableView<?> lines
                ? lines.getItems().size()
                : 0;
    }

    private static PasteTarget target(RecordStore store, Table table) {
        PageRequest first = PageRequest.first(table.id(), List.of(), LOADED);
        Page page = store.page(first);
        List<RowRun.ShownRow> shown = page.rows().stream()
                .map(row -> new RowRun.ShownRow(key(table, row), row))
                .toList();
        return new PasteTarget(
                EditableColumns.of(table, TablePolicy.DEFAULT),
                new RowRun(
                        Optional.of(shown.getFirst().key()),
                        shown,
                        page.next().map(first::after),
                        List.of(),
                        new RowRun.Until(shown.getFirst().key())),
                table.columns().subList(1, table.columns().size()),
                1);
    }

    private static RecordKey key(Table table, Row row) {
        return new RecordKey(table.id(), row.only(table.rowKey().orElseThrow().columns()));
    }

    private static String block(int round) {
        return IntStream.range(0, HEIGHT)
                .mapToObj(i -> String.join(
                        "\t",
                        "a text " + i,
                        "another " + round,
                        Integer.toString(i),
                        Integer.toString(round + 5),
                        i + ".25",
                        "7." + (10 + round),
                        "2026-02-" + (10 + i % 10),
                        i % 2 == 0 ? "yes" : "no",
                        "some more words " + i,
                        i + ".5"))
                .collect(Collectors.joining("\n"));
    }

    /** Shows the preview as soon as it is asked for. */
    private static final class Asked implements PasteListener {
        private final Stage[] stage;
        private Optional<PasteModel> model = Optional.empty();

        Asked(Stage[] stage) {
            this.stage = stage;
        }

        void paste(PasteTarget target, String block, PasteServices services) {
            PasteModel pasted = PasteModel.block(target, block, false, services, this);
            model = Optional.of(pasted);
            pasted.start();
        }

        @Override
        public void ask() {
            Scene scene = new Scene(new PasteView(model.orElseThrow(), GridWindow.TEXTS).root(), 1280, 800);
            scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
            stage[0] = new Stage();
            stage[0].setScene(scene);
            stage[0].show();
        }

        @Override
        public void ended() {}

        @Override
        public void say(String sentence, Optional<Runnable> undo) {
            throw new IllegalStateException(sentence);
        }
    }
}
