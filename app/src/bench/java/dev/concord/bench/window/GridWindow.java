package dev.concord.bench.window;

import dev.concord.app.browse.GridEdits;
import dev.concord.app.browse.RowNumbers;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.browse.RowsView;
import dev.concord.app.inplace.CellEditModel;
import dev.concord.app.inplace.EditOpener;
import dev.concord.app.inplace.OpenedEdit;
import dev.concord.app.pending.FieldLock;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.reference.StoredReferences;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Policies;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/** A window with the rows of one table of an open database, as a workspace shows them. */
final class GridWindow implements AutoCloseable {
    static final Texts TEXTS = Texts.of(Locale.UK);

    final RecordStore store;
    final Work work;
    final RowsModel rows;
    final Stage stage;

    private GridWindow(RecordStore store, Work work, RowsModel rows, Stage stage) {
        this.store = store;
        this.work = work;
        this.rows = rows;
        this.stage = stage;
    }

    /** Opens the window, its first rows read and painted. */
    static GridWindow of(Database database, String table) throws Exception {
        RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
        Table shown = store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(id -> id.name().equals(table))
                .findFirst()
                .flatMap(store.catalog()::table)
                .orElseThrow();
        Work work = Work.threaded(fault -> {
            throw new IllegalStateException(fault);
        });
        GridWindow window = FxThread.call(() -> {
            RowsModel rows = new RowsModel(store, work, TEXTS);
            GridEdits edits = new GridEdits(
                    new PendingEdits(),
                    new CellEditModel(new Locked(), TEXTS),
                    typed -> {},
                    column -> {},
                    new ReferenceLinks(
                            new ReferenceModel(new StoredReferences(store, TEXTS), work, ""), reference -> {}));
            RowsView view =
                    new RowsView(rows, new RowNumbers(store, work, rows, TEXTS), TEXTS, edits, row -> {}, key -> {});
            Stage stage = new Stage();
            Scene scene = new Scene(view.root(), 1600, 1000);
            scene.getStylesheets().setAll(Theme.LIGHT.stylesheets());
            stage.setScene(scene);
            stage.show();
            return new GridWindow(store, work, rows, stage);
        });
        FxThread.painted(
                () -> window.rows.show(shown), () -> !window.rows.loading().get());
        return window;
    }

    ScrollBar bar() {
        return (ScrollBar) stage.getScene().lookup("#rows-bar");
    }

    VirtualFlow<?> flow() {
        return (VirtualFlow<?>) stage.getScene().lookup(".virtual-flow");
    }

    @Override
    public void close() {
        FxThread.run(() -> {
            rows.showNothing();
            work.abandonReads();
            stage.hide();
        });
    }

    /** Nobody edits. */
    private static final class Locked implements EditOpener {
        @Override
        public FieldLock lock(Table table, Column column, boolean news) {
            return FieldLock.NONE;
        }

        @Override
        public boolean quantity(Table table, Column column) {
            return false;
        }

        @Override
        public void open(RecordKey key, Column column, Consumer<OpenedEdit> then) {
            then.accept(new OpenedEdit.Unread(""));
        }
    }
}
