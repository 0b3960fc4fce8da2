package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.agreement.AgreementOutcome;
import dev.concord.agreement.GuardAgreement;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings of an H2 address that decide how names are kept and found; they hold for the information schema's names as well. */
@LockingContract
class H2NamesTest {

    static Stream<String> settings() {
        return Stream.of(
                "DATABASE_TO_LOWER=TRUE",
                "DATABASE_TO_UPPER=FALSE",
                "CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE",
                "DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE");
    }

    @ParameterizedTest
    @MethodSource("settings")
    void tablesAreReadAsUnderTheUsualSettings(String names) {
        try (Database database = shop(names)) {
            Catalog catalog = new Catalog(database);
            Table item = item(catalog);
            assertThat(item.primaryKey()).isPresent();
            assertThat(item.uniqueKeys()).hasSize(2);
            assertThat(item.foreignKeys()).hasSize(1);
            assertThat(item.checks()).hasSize(1);
            assertThat(item.checks().getFirst().columns()).hasSize(1);
            assertThat(item.writable()).isTrue();
            assertThat(column(item, "status").allowedValues()).containsExactly("New", "old");
            assertThat(column(item, "id").generation()).isEqualTo(Column.Generation.IDENTITY);
            assertThat(catalog.estimate(item.id())).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void rowsAreShownSavedAndComparedAsUnderTheUsualSettings(String names) {
        try (Database database = shop(names)) {
            Catalog catalog = new Catalog(database);
            Table item = item(catalog);
            RecordStore store =
                    new RecordStore(database, catalog, Policies.DEFAULT.withGuard(item.id(), new Guard.ByDigest()));
            assertThat(store.page(PageRequest.first(item.id(), List.of(), 10)).rows())
                    .hasSize(1);
            Outcome.Saved first = (Outcome.Saved) store.insert(
                    Draft.newRow(item.id()).with(column(item, "name").name(), Value.of("tea")));
            Snapshot base = first.snapshot();
            String stock = column(item, "stock").name();
            Snapshot saved = ((Outcome.Saved) store.save(Draft.of(base).with(stock, Value.of(3)))).snapshot();
            assertThat(store.find(base.key()).map(Snapshot::row)).contains(saved.row());
            assertThat(store.save(Draft.of(base).with(stock, Value.of(4)))).isInstanceOf(Outcome.Stale.class);
            assertThat(store.save(Draft.of(saved).with(stock, Value.of(-1))))
                    .isInstanceOfSatisfying(Outcome.Rejected.class, why -> assertThat(
                                    why.violations().getFirst().columns())
                            .containsExactly(stock));
            BatchOutcome batch =
                    store.saveAll(List.of(Draft.of(saved).with(stock, Value.of(5))), BatchPolicy.ABORT_ALL);
            assertThat(batch.complete()).isTrue();
            assertThat(store.delete(store.find(base.key()).orElseThrow())).isInstanceOf(Outcome.Deleted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("settings")
    void whatIsAgreedInTheDatabaseIsFoundByOthers(String names) {
        try (Database database = shop(names)) {
            TableId item = item(new Catalog(database)).id();
            Guard guard = new Guard.ByDigest();
            assertThat(new GuardAgreement(database).agree(item, guard)).isEqualTo(new AgreementOutcome.Agreed());
            assertThat(new GuardAgreement(database).agree(item, guard)).isEqualTo(new AgreementOutcome.Agreed());
            assertThat(new GuardAgreement(database).over(Policies.DEFAULT).settled(item))
                    .isTrue();
        }
    }

    private static Database shop(String names) {
        DatabaseSettings file = TestDatabase.freshH2FileWith(
                names,
                "create table Team (Id integer primary key)",
                "create table Item (Id integer generated by default as identity primary key,"
                        + " Name varchar(20) default 'x' unique, Stock integer default 0 check (Stock >= 0),"
                        + " Team_Id integer references Team (Id), Status enum('New', 'old') default 'old', Code integer)",
                "create unique index Item_Code on Item (Code)",
                "insert into Item (Name) values ('coffee')");
        return TestDatabase.open(file);
    }

    private static Table item(Catalog catalog) {
        TableId id = catalog.tables().stream()
                .map(TableSummary::id)
                .filter(table -> table.name().equalsIgnoreCase("item"))
                .findFirst()
                .orElseThrow();
        return catalog.table(id).orElseThrow();
    }

    private static Column column(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow();
    }
}
