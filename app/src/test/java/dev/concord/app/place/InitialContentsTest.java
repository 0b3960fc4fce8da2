package dev.concord.app.place;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.journal.MergedWrites;
import dev.concord.app.shell.Office;
import dev.concord.app.shell.ShellModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.database.Scripts;
import dev.concord.merge.Merging;
import dev.concord.outcome.ReadOutcome;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is read of a database in one go, before the window shows it. */
class InitialContentsTest {
    private final Database database = ((OpenOutcome.Opened)
                    DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:mem:" + UUID.randomUUID())))
            .database();
    private final RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theRowsOfTheTableWantedAreInIt() throws SQLException {
        run(
                "create table a (id int primary key)",
                "create table b (id int primary key)",
                "insert into b values (1), (2)");
        InitialContents look = InitialContents.at(store, Optional.of("b"));
        assertThat(look.tables()).hasSize(2);
        assertThat(look.rows().orElseThrow().table().id().name()).isEqualTo("B");
        assertThat(look.rows().orElseThrow().page().rows()).hasSize(2);
    }

    @Test
    void withoutAWishItIsTheFirstTable() throws SQLException {
        run("create table a (id int primary key)", "create table b (id int primary key)");
        assertThat(InitialContents.at(store, Optional.empty())
                        .rows()
                        .orElseThrow()
                        .table()
                        .id()
                        .name())
                .isEqualTo("A");
    }

    @Test
    void aTableThatIsNotThereLeavesTheTables() throws SQLException {
        run("create table a (id int primary key)");
        InitialContents look = InitialContents.at(store, Optional.of("c"));
        assertThat(look.tables()).hasSize(1);
        assertThat(look.rows()).isEmpty();
    }

    @Test
    void aDatabaseWithoutTablesIsLookedAt() {
        assertThat(InitialContents.at(store, Optional.empty()))
                .isEqualTo(new InitialContents(List.of(), Optional.empty()));
    }

    @Test
    void aTableThatCannotBeReadIsListedAndTellsWhyWhenItIsAskedForAgain() throws SQLException {
        run(
                "create table a (id int primary key)",
                "create view broken as select 1 / (id - id) as wrong from a",
                "insert into a values (1)");
        InitialContents look = InitialContents.at(store, Optional.of("broken"));
        assertThat(look.tables()).hasSize(2);
        assertThat(look.rows()).isEmpty();
        List<Throwable> faults = new ArrayList<>();
        ShellModel shell = new ShellModel(Work.of(Runnable::run, Runnable::run, faults::add), Office.TEXTS);
        shell.show(
                new OpenStore(
                        MergedWrites.unkept(store),
                        () -> Merging.DEFAULT,
                        new GuardAgreement(database),
                        "Shop",
                        "Ben",
                        false),
                () -> new ReadOutcome.Read<>(look),
                Optional.of("broken"),
                Optional.empty(),
                (policies, merging) -> {});
        assertThat(faults).isEmpty();
        assertThat(shell.opened()
                        .get()
                        .orElseThrow()
                        .workspace()
                        .rows()
                        .emptiness()
                        .get())
                .contains("Division by zero");
    }

    private void run(String... statements) throws SQLException {
        Scripts.run(database, List.of(statements));
    }
}
