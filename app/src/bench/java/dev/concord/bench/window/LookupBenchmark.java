package dev.concord.bench.window;

import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.reference.TargetPicker;
import dev.concord.app.reference.TargetRow;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** From the last keystroke of a part of a name to the list of what is found among a million names on the screen. */
final class LookupBenchmark {
    private static final int NAMES = 1_000_000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 9;

    private LookupBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("lookup among a million names");
        if (!report.wanted("list painted")) {
            return;
        }
        report.begin();
        for (Engine engine : List.of(Engine.H2, Engine.POSTGRESQL)) {
            boolean h2 = engine == Engine.H2;
            String name = h2 ? "H2 file" : "PostgreSQL";
            try (Database database = TestDatabase.open(h2 ? TestDatabase.freshH2File() : engine.freshDatabase())) {
                fill(database, h2);
                measure(report, name + ", a part of one name", database, round -> "ple 765" + (100 + round));
                measure(report, name + ", a part of every name", database, round -> "peop".substring(0, 2 + round % 3));
            }
        }
        report.publish();
    }

    private static void fill(Database database, boolean h2) {
        TestDatabase.execute(
                database,
                "create table person (id integer not null primary key, name varchar(40))",
                "create table visit (id integer not null primary key, person integer,"
                        + " foreign key (person) references person (id))",
                h2
                        ? "insert into person select x, 'People ' || x from system_range(1, " + NAMES + ")"
                        : "insert into person select x, 'People ' || x from generate_series(1, " + NAMES + ") x");
    }

    private static void measure(WindowReport report, String name, Database database, IntFunction<String> typed)
            throws Exception {
        RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        TableId visit = store.catalog().tables().stream()
                .filter(table -> table.id().name().equalsIgnoreCase("visit"))
                .findFirst()
                .orElseThrow()
                .id();
        ForeignKey person =
                store.catalog().table(visit).orElseThrow().foreignKeys().getFirst();
        Work work = Work.threaded(fault -> {
            throw new IllegalStateException(fault);
        });
        Stage stage = FxThread.call(() -> {
            ReferenceModel references = new ReferenceModel(new StoredReferences(store, GridWindow.TEXTS), work, "");
            TargetPicker picker = new TargetPicker(references, person, GridWindow.TEXTS, row -> {}, () -> {});
            Scene scene = new Scene(new StackPane(picker.root()), 600, 600);
            scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
            Stage shown = new Stage();
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        Parent root = stage.getScene().getRoot();
        FxThread.painted(() -> {}, () -> !list(root).getItems().isEmpty());
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            String words = typed.apply(round);
            long begun = System.nanoTime();
            query(database, words);
            double query = (System.nanoTime() - begun) / FxThread.NANOS_PER_MILLI;
            double time = FxThread.painted(
                    () -> {
                        list(root).getItems().clear();
                        ((TextField) root.lookup("#pick-words")).setText(words);
                    },
                    () -> !list(root).getItems().isEmpty());
            if (round >= WARM_UP) {
                ours.add(time);
                bare.add(query);
            }
        }
        FxThread.run(stage::close);
        double query = FxThread.median(bare);
        report.add(name + ": the bare query (ms)", query);
        report.add(name + ": list painted (ms)", FxThread.median(ours), 1.3 * query + 50);
    }

    @SuppressWarnings("unchecked")
    private static ListView<TargetRow> list(Parent root) {
        return (ListView<TargetRow>) root.lookup("#pick-list");
    }

    private static int query(Database database, String words) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement query = connection.prepareStatement(
                        "select id, name from person where lower(name) like ? limit " + (StoredReferences.MOST + 1))) {
            query.setString(1, "%" + words + "%");
            int rows = 0;
            try (ResultSet result = query.executeQuery()) {
                while (result.next()) {
                    rows += result.getString(2).length();
                }
            }
            return rows;
        }
    }
}
