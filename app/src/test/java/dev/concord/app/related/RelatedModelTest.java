package dev.concord.app.related;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.related.RelatedTab.Count;
import dev.concord.app.shell.Office;
import dev.concord.app.task.Work;
import dev.concord.catalog.TableId;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What refers to a record, where answers come late. */
class RelatedModelTest {
    private final Office office = new Office();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final Deque<Runnable> answers = new ArrayDeque<>();
    private final Work work = Work.of(background::add, answers::add, fault -> {
        throw new IllegalStateException(fault);
    });
    private final RelatedModel related =
            new RelatedModel(office.store, work, new RowsModel(office.store, work, Office.TEXTS));

    @AfterEach
    void close() {
        run();
        office.close();
    }

    @Test
    void aCountOfARecordThatIsShownNoMoreIsDropped() {
        Snapshot one = order(20003);
        Snapshot other = order(20004);
        related.show(Optional.of(one));
        step();
        assertThat(related.tabs()).hasSize(1);
        assertThat(related.tabs().getFirst().count().get()).isEqualTo(new Count.Unknown());
        Runnable counting = background.remove();
        related.written(Optional.empty(), line(one));
        related.show(Optional.of(other));
        run();
        counting.run();
        run();
        assertThat(linesOf(one)).as("or this shows nothing").isNotEqualTo(linesOf(other));
        assertThat(related.tabs().getFirst().count().get()).isEqualTo(new Count.Counted(linesOf(other)));
    }

    @Test
    void rowsWrittenDuringACountAreCountedAfterIt() {
        Snapshot one = order(20003);
        related.show(Optional.of(one));
        step();
        related.written(Optional.empty(), line(one));
        assertThat(background).as("one at a time").hasSize(1);
        run();
        assertThat(related.tabs().getFirst().count().get()).isEqualTo(new Count.Counted(linesOf(one)));
    }

    @Test
    void aTableThatRefersByTwoKeysHasTwoTabsWithTheirColumnsAndItsOwnTableComesLast() throws SQLException {
        try (Connection elsewhere = office.connection()) {
            elsewhere
                    .createStatement()
                    .execute("create table \"member\" (\"id\" int primary key, \"boss\" int references \"member\")");
            elsewhere
                    .createStatement()
                    .execute(
                            "create table \"visit\" (\"guest\" int references \"member\", \"host\" int references \"member\","
                                    + " primary key (\"guest\", \"host\"))");
            elsewhere.createStatement().execute("insert into \"member\" values (1, null), (2, 1), (3, 1)");
            elsewhere.createStatement().execute("insert into \"visit\" values (2, 1), (3, 1), (1, 3)");
        }
        related.show(office.store.find(new RecordKey(new TableId("PUBLIC", "member"), Row.of("id", Value.of(1)))));
        run();
        assertThat(related.tabs())
                .extracting(RelatedTab::title)
                .containsExactlyInAnyOrder("Visit (Guest)", "Visit (Host)", "Member")
                .last()
                .isEqualTo("Member");
        assertThat(related.tabs())
                .filteredOn(tab -> tab.title().equals("Visit (Host)"))
                .extracting(tab -> tab.count().get())
                .containsExactly(new Count.Counted(2));
    }

    private void step() {
        background.remove().run();
        answers.remove().run();
    }

    private void run() {
        while (!background.isEmpty() || !answers.isEmpty()) {
            if (answers.isEmpty()) {
                background.remove().run();
            } else {
                answers.remove().run();
            }
        }
    }

    private Snapshot order(int id) {
        return office.row(new RecordKey(new TableId("PUBLIC", "order"), Row.of("id", Value.of(id))));
    }

    private Snapshot line(Snapshot order) {
        return office.row(new RecordKey(
                new TableId("PUBLIC", "order line"),
                Row.of("order_id", order.row().get("id")).with("line_no", Value.of(1))));
    }

    private long linesOf(Snapshot order) {
        return office.store
                .places()
                .count(PageRequest.first(new TableId("PUBLIC", "order line"), List.of(), 1)
                        .where(RowFilter.among(
                                List.of(Row.of("order_id", order.row().get("id"))))));
    }
}
