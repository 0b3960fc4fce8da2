package dev.concord.bench.window;

import dev.concord.app.browse.TableListModel;
import dev.concord.app.browse.TableListView;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** From the question which tables a database of ten thousand has to their list on the screen. */
final class TableListBenchmark {
    private static final int TABLES = 10_000;
    private static final int AT_ONCE = 500;
    private static final int ROUNDS = 5;
    private static final double MOST = 2_000;

    private TableListBenchmark() {}

    static void run() throws Exception {
        WindowReport report = new WindowReport("list of 10000 tables");
        if (!report.wanted("tables")) {
            return;
        }
        report.begin();
        for (Engine engine : List.of(Engine.H2, Engine.POSTGRESQL)) {
            String name = engine == Engine.H2 ? "H2 file" : "PostgreSQL";
            try (Database database =
                    TestDatabase.open(engine == Engine.H2 ? TestDatabase.freshH2File() : engine.freshDatabase())) {
                for (int from = 0; from < TABLES; from += AT_ONCE) {
                    TestDatabase.execute(
                            database,
                            IntStream.range(from, from + AT_ONCE)
                                    .mapToObj(i -> "create table table_of_orders_" + i
                                            + " (id integer primary key, name varchar(40), town varchar(40))")
                                    .toArray(String[]::new));
                }
                List<Double> times = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    times.add(listed(database));
                }
                report.add(name + ": tables on the screen (ms), the first time", times.getFirst(), MOST);
                report.add(name + ": tables on the screen (ms), median", FxThread.median(times), MOST);
            }
        }
        report.publish();
    }

    private static double listed(Database database) throws Exception {
        TableListModel model = new TableListModel();
        Stage stage = FxThread.call(() -> {
            Stage shown = new Stage();
            Scene scene = new Scene(new TableListView(model, GridWindow.TEXTS, () -> {}).root(), 300, 800);
            scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
            shown.setScene(scene);
            shown.show();
            return shown;
        });
        double time = FxThread.painted(
                () -> Thread.ofPlatform().start(() -> {
                    List<TableSummary> tables = new Catalog(database).tables();
                    Platform.runLater(() -> model.show(tables));
                }),
                () -> model.all().size() == TABLES);
        FxThread.run(stage::hide);
        return time;
    }
}
