package dev.concord.app.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.merge.Choice;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The merge over a real database: whoever saves first, nothing is lost and nothing is overwritten unseen. */
class ConflictStoreTest {
    private static final TableId ID = new TableId("PUBLIC", "CUSTOMER");
    private static final RecordKey KEY = new RecordKey(ID, Row.of("ID", Value.of(1)));

    private final Database database = open();
    private final RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
    private final Colleague ended = new Colleague();

    @BeforeEach
    void fill() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id int primary key, city varchar(20), phone varchar(20),"
                    + " credit int check (credit < 100))");
            statement.execute("insert into customer values (1, 'Dallas', '100', 5)");
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aRowThatChangesTwiceWhileMergingIsSavedWithoutLosingAnyonesWork() {
        Draft mine = Draft.of(row()).with("CITY", Value.of("Houston")).with("CREDIT", Value.of(7));
        ConflictModel model = conflict(mine, colleague("CITY", "Seattle"));
        Snapshot phone = colleague("PHONE", "200");
        model.choose("CITY", new Choice.Mine());
        model.save();
        assertThat(ended.resolved).isEmpty();
        assertThat(model.resolution().get().merge().theirs().row()).isEqualTo(phone.row());
        assertThat(model.resolution().get().choice("CITY")).contains(new Choice.Mine());
        Snapshot city = colleague("CITY", "Portland");
        model.save();
        assertThat(model.resolution().get().merge().theirs().row()).isEqualTo(city.row());
        assertThat(model.resolution().get().undecided()).hasSize(1);
        model.choose("CITY", new Choice.Mine());
        model.save();
        assertThat(row().row())
                .isEqualTo(Row.of("ID", Value.of(1))
                        .with("CITY", Value.of("Houston"))
                        .with("PHONE", Value.of("200"))
                        .with("CREDIT", Value.of(7)));
        assertThat(ended.saved()).isEqualTo(row().row());
    }

    @Test
    void aResultTheDatabaseRefusesChangesNothing() {
        Draft mine = Draft.of(row()).with("CITY", Value.of("Houston")).with("CREDIT", Value.of(500));
        ConflictModel model = conflict(mine, colleague("CITY", "Seattle"));
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(model.problems().get()).containsOnlyKeys("CREDIT");
        assertThat(row().row().get("CITY")).isEqualTo(Value.of("Seattle"));
        model.choose("CREDIT", new Choice.Typed(Value.of(50)));
        model.save();
        assertThat(row().row().get("CREDIT")).isEqualTo(Value.of(50));
    }

    @Test
    void aRowDeletedWhileMergingIsHandedOver() {
        Draft mine = Draft.of(row()).with("CITY", Value.of("Houston"));
        ConflictModel model = conflict(mine, colleague("CITY", "Seattle"));
        assertThat(store.delete(row())).isEqualTo(new Outcome.Deleted(KEY));
        model.chooseAll(new Choice.Mine());
        model.save();
        assertThat(ended.gone.orElseThrow().get("CITY")).isEqualTo(Value.of("Houston"));
    }

    private Snapshot row() {
        return store.find(KEY).orElseThrow();
    }

    private Snapshot colleague(String column, String value) {
        return ((Outcome.Saved) store.save(Draft.of(row()).with(column, Value.of(value)))).snapshot();
    }

    private ConflictModel conflict(Draft mine, Snapshot theirs) {
        Table table = store.catalog().table(ID).orElseThrow();
        RecordMerge merge = RecordMerge.of(table, mine, theirs, Set.of(), MergeRules.DEFAULT);
        ended.saving = store::save;
        return new ConflictModel(merge, ended, Work.immediate(), Texts.of(Locale.UK), ended);
    }

    private static Database open() {
        return ((OpenOutcome.Opened) DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID())))
                .database();
    }
}
