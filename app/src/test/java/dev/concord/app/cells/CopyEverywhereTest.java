package dev.concord.app.cells;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.query.PageRequest.Sort;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.transfer.Block;
import dev.concord.transfer.BlockReader;
import dev.concord.transfer.BlockReading;
import dev.concord.transfer.Separator;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Cells that the grid has not loaded or shows in part, copied from every database. */
@LockingContract
class CopyEverywhereTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);
    private static final int ROWS = 450;

    @ParameterizedTest
    @EnumSource
    void rowsFarAwayAndLongValuesAreCopiedWhole(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            String bytes =
                    switch (engine) {
                        case H2, SQLITE -> "blob";
                        case POSTGRESQL -> "bytea";
                        case MARIADB -> "longblob";
                    };
            TestDatabase.execute(
                    database,
                    "create table goods (id integer not null primary key, grp integer, picture " + bytes
                            + ", remark text)");
            String picture = engine == Engine.POSTGRESQL ? "'\\xc0ffee'" : "x'c0ffee'";
            List<String> rows = IntStream.rangeClosed(1, ROWS)
                    .mapToObj(id -> "(" + id + ", " + (id % 3 == 0 ? "null" : id % 2) + ", " + picture + ", '"
                            + "long ".repeat(60) + id + "')")
                    .toList();
            TestDatabase.execute(database, "insert into goods values " + String.join(", ", rows));
            TestDatabase.execute(database, "create view seen as select grp, id from goods where id < 4");
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

            List<List<String>> lines = copied(store, "goods", true);
            assertThat(lines).hasSize(ROWS - 10);
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.get(2)).isEqualTo("c0ffee");
                assertThat(line.get(3)).isEqualTo("long ".repeat(60) + line.getFirst());
            });
            assertThat(lines.getLast().getFirst()).isEqualTo(String.valueOf(ROWS));
            assertThat(lines).extracting(List::getFirst).doesNotHaveDuplicates();

            assertThat(copied(store, "seen", false)).hasSize(3).contains(List.of("1", "1"), List.of("", "3"));
        }
    }

    /** @param far from the eleventh row by group to the last; otherwise every row */
    private static List<List<String>> copied(RecordStore store, String table, boolean far) {
        RowsModel rows = new RowsModel(store, Work.immediate(), TEXTS);
        rows.show(store.catalog().tables().stream()
                .map(TableSummary::id)
                .filter(id -> id.name().equalsIgnoreCase(table))
                .findFirst()
                .flatMap(store.catalog()::table)
                .orElseThrow());
        if (far) {
            rows.sortBy(List.of(new Sort(rows.cells().columns().get(1).name(), true)));
        }
        rows.cells().go(far ? 10 : 0, rows.cells().columns().getFirst().name());
        if (far) {
            rows.goToLast(true);
            rows.cells().selectRows();
        } else {
            rows.cells().selectAll();
        }
        List<String> said = new ArrayList<>();
        List<CopiedText> copied = new ArrayList<>();
        new CellCopy(
                        rows.cells(),
                        rows.scope()::get,
                        rows::from,
                        new PendingEdits(),
                        store,
                        Work.immediate(),
                        TEXTS,
                        said::add)
                .copy(CopyForm.TABS, copied::add);
        assertThat(said).isEmpty();
        return BlockReader.read(copied.getFirst().text(), Separator.TAB) instanceof BlockReading.Read(Block block)
                ? block.lines()
                : List.of();
    }
}
