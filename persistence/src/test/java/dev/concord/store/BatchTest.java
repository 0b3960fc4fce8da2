package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.ManyRowsReader;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many drafts at once, with an outcome for each. */
@LockingContract
class BatchTest {

    @OnEveryGuard
    void everyDraftIsSavedAndReturnsItsRowAsItIsWithATokenForTheNextWrite(Shop shop) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            List<Draft> drafts = drafts(shop, 4);
            BatchOutcome outcome = shop.store().saveAll(drafts, policy);
            assertThat(outcome.complete()).isTrue();
            for (int i = 0; i < drafts.size(); i++) {
                Snapshot saved = ((Saved) outcome.entries().get(i)).snapshot();
                Snapshot now = find(shop, i + 1);
                assertThat(saved.row()).isEqualTo(now.row());
                assertThat(saved.token()).isEqualTo(now.token());
                assertThat(saved.row().get("name")).isEqualTo(Value.of("mine"));
                shop.saved(Draft.of(saved).with("name", Value.of("next")));
            }
            assertThat(shop.store().saveAll(drafts, policy).saved()).isZero();
        }
    }

    @OnEveryGuard
    void oneStaleRowIsSkippedAndReported(Shop shop) {
        List<Draft> drafts = drafts(shop, 4);
        Snapshot theirs = shop.saved(Draft.of(find(shop, 2)).with("stock", Value.of(77)));
        BatchOutcome outcome = shop.store().saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
        assertThat(outcome.saved()).isEqualTo(3);
        assertThat(outcome.entries().get(1)).isInstanceOfSatisfying(NotSaved.class, notSaved -> assertThat(
                        ((Outcome.Stale) notSaved.why()).theirs().row())
                .isEqualTo(theirs.row()));
        assertThat(names(shop, 4))
                .containsExactly("mine", theirs.row().get("name").text(), "mine", "mine");
    }

    @OnEveryGuard
    void oneStaleRowAbortsAll(Shop shop) {
        List<Draft> drafts = drafts(shop, 4);
        shop.saved(Draft.of(find(shop, 3)).with("stock", Value.of(77)));
        List<String> before = names(shop, 4);
        BatchOutcome outcome = shop.store().saveAll(drafts, BatchPolicy.ABORT_ALL);
        assertThat(outcome.saved()).isZero();
        assertThat(outcome.entries().get(2))
                .isInstanceOfSatisfying(
                        NotSaved.class, notSaved -> assertThat(notSaved.why()).isInstanceOf(Outcome.Stale.class));
        assertThat(outcome.entries()).filteredOn(RolledBack.class::isInstance).hasSize(3);
        assertThat(names(shop, 4)).isEqualTo(before);
    }

    @OnEveryEngine
    void aRowThatBreaksARuleIsToldAndTheOthersAreAsThePolicySays(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = shelves(engine)) {
                List<Draft> drafts = new ArrayList<>();
                for (int id = 1; id <= 4; id++) {
                    drafts.add(Draft.of(shelf(shop, id)).with("stock", Value.of(id == 3 ? -1 : 5)));
                }
                BatchOutcome outcome = shop.store().saveAll(drafts, policy);
                boolean skip = policy == BatchPolicy.SKIP_AND_REPORT;
                assertThat(outcome.saved()).isEqualTo(skip ? 3 : 0);
                assertThat(outcome.entries().get(2)).isInstanceOfSatisfying(NotSaved.class, notSaved -> assertThat(
                                ((Outcome.Rejected) notSaved.why())
                                        .violations()
                                        .getFirst()
                                        .kind())
                        .isEqualTo(Violation.Kind.CHECK));
                assertThat(shelf(shop, 1).row().get("stock")).isEqualTo(Value.of(skip ? 5 : 10));
                assertThat(shelf(shop, 4).row().get("stock")).isEqualTo(Value.of(skip ? 5 : 10));
                assertThat(shelf(shop, 3).row().get("stock")).isEqualTo(Value.of(10));
            }
        }
    }

    @OnEveryEngine
    void aRowThatIsGoneAndOneWithoutATokenAreToldBySkipping(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            List<Draft> drafts = new ArrayList<>(drafts(shop, 3));
            Snapshot bare = find(shop, 3);
            drafts.set(
                    2,
                    Draft.of(new Snapshot(bare.key(), bare.row(), Optional.empty(), bare.readAt()))
                            .with("name", Value.of("mine")));
            shop.sql("delete from \"item\" where \"id\" = 1");
            BatchOutcome outcome = shop.store().saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
            assertThat(outcome.entries().get(0))
                    .isEqualTo(new NotSaved(
                            new Outcome.Gone(drafts.get(0).base().orElseThrow().key())));
            assertThat(outcome.entries().get(1)).isInstanceOf(Saved.class);
            assertThat(outcome.entries().get(2))
                    .isEqualTo(new NotSaved(new Outcome.Refused(Outcome.Refused.Reason.TOKEN_REQUIRED, "")));
            BatchOutcome none = shop.store().saveAll(drafts, BatchPolicy.ABORT_ALL);
            assertThat(none.saved()).isZero();
        }
    }

    @OnEveryGuard
    void rowsThatChangeTheirKeyAndDraftsWithoutChangesComeAlong(Shop shop) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            List<Draft> drafts = new ArrayList<>(drafts(shop, 3));
            int moved = policy == BatchPolicy.ABORT_ALL ? 101 : 100;
            drafts.set(1, drafts.get(1).with("id", Value.of(moved)));
            drafts.set(2, Draft.of(find(shop, 3)));
            BatchOutcome outcome = shop.store().saveAll(drafts, policy);
            assertThat(outcome.complete()).isTrue();
            assertThat(find(shop, moved).row().get("name")).isEqualTo(Value.of("mine"));
            assertThat(find(shop, 1).row().get("name")).isEqualTo(Value.of("mine"));
            assertThat(((Saved) outcome.entries().get(1)).snapshot().row())
                    .isEqualTo(find(shop, moved).row());
        }
    }

    @OnEveryEngine
    void draftsOfSeveralTablesAndShapesAreToldInTheirOrder(Engine engine) {
        try (Shop shop = shelves(engine)) {
            Draft other = Draft.of(shop.first("other")).with("n", Value.of(2));
            List<Draft> drafts = List.of(
                    Draft.of(shelf(shop, 4)).with("stock", Value.of(4)),
                    other,
                    Draft.of(shelf(shop, 1)).with("name", Value.ofNull()).with("stock", Value.of(1)),
                    Draft.of(shelf(shop, 3)).with("stock", Value.of(3)));
            for (BatchPolicy policy : BatchPolicy.values()) {
                List<Draft> fresh = drafts.stream()
                        .map(draft -> draft.rebase(shop.store()
                                .find(draft.base().orElseThrow().key())
                                .orElseThrow()))
                        .toList();
                BatchOutcome outcome = shop.store().saveAll(fresh, policy);
                assertThat(outcome.complete()).isTrue();
                for (int i = 0; i < drafts.size(); i++) {
                    assertThat(((Saved) outcome.entries().get(i)).snapshot().key())
                            .isEqualTo(drafts.get(i).base().orElseThrow().key());
                }
            }
            assertThat(shelf(shop, 1).row().get("name")).isEqualTo(Value.ofNull());
        }
    }

    @OnEveryEngine
    void moreRowsThanOneChunkAndKeysOfTwoColumns(Engine engine) {
        int rows = 2 * ManyRowsReader.MOST_ROWS + 3;
        for (var guard : List.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST)) {
            try (Shop shop = new Shop(
                            engine,
                            "create table \"pair\" (\"a\" integer not null, \"b\" varchar(9) not null, \"n\" integer,"
                                    + " \"version\" integer, primary key (\"a\", \"b\"))",
                            IntStream.range(0, rows)
                                    .mapToObj(i -> "(" + i % 7 + ", 'k" + i + "', 0, 1)")
                                    .collect(Collectors.joining(", ", "insert into \"pair\" values ", "")))
                    .guardedBy("pair", guard)) {
                RecordStore store = shop.store();
                List<Draft> drafts = IntStream.range(0, rows)
                        .mapToObj(i -> store.find(shop.key(
                                        "pair", Row.of("a", Value.of(i % 7)).with("b", Value.of("k" + i))))
                                .orElseThrow())
                        .map(row -> Draft.of(row).with("n", Value.of(5)))
                        .toList();
                shop.sql("update \"pair\" set \"n\" = 1, \"version\" = 2 where \"b\" = 'k600'");
                BatchOutcome aborted = store.saveAll(drafts, BatchPolicy.ABORT_ALL);
                assertThat(aborted.saved()).isZero();
                assertThat(aborted.entries().get(600)).isInstanceOf(NotSaved.class);
                BatchOutcome outcome = store.saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
                assertThat(outcome.saved()).isEqualTo(rows - 1);
                assertThat(outcome.entries().get(600)).isInstanceOf(NotSaved.class);
            }
        }
    }

    /**
     * The database does not report which row violates a rule that is checked at COMMIT. H2 and MariaDB have no such
     * rules.
     */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void aRuleCheckedOnlyAtCommitSavesNoneOrAllOthers(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table team (id integer primary key)",
                "create table t (id integer primary key,"
                        + " team_id integer references team deferrable initially deferred)",
                "insert into team values (1)",
                "insert into t values (1, null), (2, null)")) {
            Draft good = Draft.of(shop.first("t")).with("team_id", Value.of(1));
            Draft bad = Draft.of(shop.store()
                            .find(shop.key("t", Row.of("id", Value.of(2))))
                            .orElseThrow())
                    .with("team_id", Value.of(88));
            BatchOutcome none = shop.store().saveAll(List.of(good, bad), BatchPolicy.ABORT_ALL);
            assertThat(none.entries()).hasOnlyElementsOfType(NotSaved.class);
            BatchOutcome some = shop.store().saveAll(List.of(good, bad), BatchPolicy.SKIP_AND_REPORT);
            assertThat(some.entries().get(0)).isInstanceOf(Saved.class);
            assertThat(some.entries().get(1)).isInstanceOf(NotSaved.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = "POSTGRESQL")
    void aConnectionThatDiesDuringCommitIsNeverCountedAsSaved(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
                List<Draft> drafts = drafts(shop, 3);
                shop.sql(
                        "create function die() returns trigger language plpgsql as "
                                + "$$begin perform pg_terminate_backend(pg_backend_pid()); return null; end$$",
                        "create constraint trigger die after insert or update or delete on item "
                                + "deferrable initially deferred for each row execute function die()");
                BatchOutcome outcome = shop.store().saveAll(drafts, policy);
                assertThat(outcome.entries()).allSatisfy(entry -> assertThat(((NotSaved) entry).why())
                        .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(Outcome.Refused.Reason.CONNECTION_LOST)));
                assertThat(names(shop, 3)).doesNotContain("mine");
            }
        }
    }

    @OnEveryEngine
    void rowsSomebodyHoldsAreToldWithoutWaitingForEachOfThem(Engine engine) throws SQLException {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                Connection other = shop.database().dataSource().getConnection()) {
            List<Draft> drafts = drafts(shop, 4);
            shop.shortenLockTimeouts();
            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.execute(shop.quoted("update \"item\" set \"stock\" = 99 where \"id\" in (2, 3)"));
            }
            BatchOutcome outcome = shop.store().saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
            BatchOutcome none = shop.store().saveAll(drafts.subList(1, 3), BatchPolicy.ABORT_ALL);
            other.rollback();
            other.setAutoCommit(true);
            // SQLite has one lock for all rows.
            assertThat(outcome.saved()).isEqualTo(engine == Engine.SQLITE ? 0 : 2);
            assertThat(outcome.entries().subList(1, 3))
                    .allSatisfy(entry -> assertThat(((NotSaved) entry).why()).isInstanceOf(Outcome.LockTimeout.class));
            assertThat(none.entries().getFirst()).isInstanceOf(NotSaved.class);
            assertThat(none.saved()).isZero();
        }
    }

    @OnEveryEngine
    void aDraftThatIsNewOrTwiceThereIsTheCallersMistake(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(1));
            assertThatThrownBy(() -> shop.store().saveAll(List.of(draft, draft), BatchPolicy.ABORT_ALL))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> shop.store().saveAll(List.of(shop.newItem(9)), BatchPolicy.ABORT_ALL))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(shop.store().saveAll(List.of(), BatchPolicy.ABORT_ALL).complete())
                    .isTrue();
        }
    }

    /** Triggers of H2 and MariaDB can refuse a write, but not leave it out in silence. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "SQLITE"})
    void whatTheDatabaseSwallowsIsNotCountedAsSaved(Engine engine) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
                List<Draft> drafts = drafts(shop, 3);
                shop.sql(
                        engine == Engine.POSTGRESQL
                                ? new String[] {
                                    "create function swallow() returns trigger language plpgsql as "
                                            + "$$begin if old.id = 2 then return null; end if; return new; end$$",
                                    "create trigger swallow before update on item for each row execute function swallow()"
                                }
                                : new String[] {
                                    "create trigger swallow before update on item when old.id = 2"
                                            + " begin select raise(ignore); end"
                                });
                BatchOutcome outcome = shop.store().saveAll(drafts, policy);
                assertThat(outcome.saved()).isEqualTo(policy == BatchPolicy.ABORT_ALL ? 0 : 2);
                assertThat(outcome.entries().get(1))
                        .isEqualTo(new NotSaved(new Outcome.Refused(Outcome.Refused.Reason.SUPPRESSED, "")));
            }
        }
    }

    /** Items 1 to so many, each with a change. */
    private static List<Draft> drafts(Shop shop, int items) {
        List<Draft> drafts = new ArrayList<>();
        for (int id = 1; id <= items; id++) {
            int number = id;
            Snapshot row = shop.store()
                    .find(shop.key("item", Row.of("id", Value.of(id))))
                    .orElseGet(() -> shop.inserted(shop.newItem(number)));
            drafts.add(Draft.of(row)
                    .with("name", Value.of("mine"))
                    .with("stock", Value.of(row.token().map(VersionToken::text).hashCode())));
        }
        return drafts;
    }

    private static Snapshot find(Shop shop, int id) {
        return shop.store().find(shop.key("item", Row.of("id", Value.of(id)))).orElseThrow();
    }

    private static List<String> names(Shop shop, int items) {
        return IntStream.rangeClosed(1, items)
                .mapToObj(id -> find(shop, id).row().get("name").text())
                .toList();
    }

    private static Shop shelves(Engine engine) {
        return new Shop(
                        engine,
                        "create table \"shelf\" (\"id\" integer not null primary key, \"name\" varchar(20),"
                                + " \"stock\" integer, \"version\" integer,"
                                + " constraint \"enough\" check (\"stock\" >= 0))",
                        "create table \"other\" (\"id\" integer not null primary key, \"n\" integer)",
                        "insert into \"other\" values (1, 1)",
                        "insert into \"shelf\" values (1, 'a', 10, 1), (2, 'b', 10, 1), (3, 'c', 10, 1),"
                                + " (4, 'd', 10, 1)")
                .guardedBy("shelf", OnEveryGuard.COUNTER);
    }

    private static Snapshot shelf(Shop shop, int id) {
        return shop.store().find(shop.key("shelf", Row.of("id", Value.of(id)))).orElseThrow();
    }
}
