package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connection is cut around the COMMIT of a batch: each row is reported by itself, and only the rows that were sent
 * are in doubt.
 */
@LockingContract
class BatchCutTest {
    private static final int ROWS = 5;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aBatchCutAroundItsCommitIsKnownRowByRow(Engine engine, Guard guard) {
        for (BatchPolicy policy : BatchPolicy.values()) {
            try (Wire wire = new Wire(engine, guard)) {
                List<Draft> drafts = drafts(wire);
                BatchOutcome before = wire.cutAtCommit(When.BEFORE, () -> {}).saveAll(drafts, policy);
                assertThat(before.entries()).allSatisfy(entry -> assertThat(((Outcome.Refused) why(entry)).reason())
                        .isEqualTo(Reason.CONNECTION_LOST));
                assertThat(item(wire.aside(), 1).row())
                        .isEqualTo(drafts.getFirst().base().orElseThrow().row());
                BatchOutcome after = wire.cutAtCommit(When.AFTER, () -> {}).saveAll(drafts, policy);
                assertThat(after.complete()).isTrue();
                for (int i = 0; i < ROWS; i++) {
                    Snapshot saved = ((Saved) after.entries().get(i)).snapshot();
                    assertThat(saved.row()).isEqualTo(item(wire.aside(), i + 1).row());
                    assertThat(saved.row().get("stock")).isEqualTo(Value.of(7));
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aRowThatAThirdWriterDeletedLeavesTheOthersKnown(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
            BatchOutcome outcome = cutWhileRowOneIsDeleted(wire, BatchPolicy.SKIP_AND_REPORT);
            assertThat(why(outcome.entries().getFirst())).isInstanceOf(Outcome.Unconfirmed.class);
            assertThat(outcome.saved()).isEqualTo(ROWS - 1);
        }
    }

    /** Rows that hold what was wanted do not prove who wrote it: a counter's next number may be anybody's. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aBatchOfAllOrNothingIsWhollyUnknownWhenOneRowIsAndNoneProvesIt(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER)) {
            BatchOutcome outcome = cutWhileRowOneIsDeleted(wire, BatchPolicy.ABORT_ALL);
            assertThat(outcome.entries())
                    .allSatisfy(entry -> assertThat(why(entry)).isInstanceOf(Outcome.Unconfirmed.class));
            assertThat(((Outcome.Unconfirmed) why(outcome.entries().get(1))).present())
                    .hasValueSatisfying(
                            now -> assertThat(now.row().get("stock")).isEqualTo(Value.of(7)));
        }
    }

    /** A random UUID is nobody else's: what one row proves is true of the transaction that wrote them all. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void aBatchOfAllOrNothingIsSavedWhenOneRowProvesIt(Engine engine) {
        try (Wire wire = new Wire(engine, OnEveryGuard.UUID)) {
            assertThat(cutWhileRowOneIsDeleted(wire, BatchPolicy.ABORT_ALL).complete())
                    .isTrue();
        }
    }

    private static BatchOutcome cutWhileRowOneIsDeleted(Wire wire, BatchPolicy policy) {
        Runnable third = () -> wire.aside().sql("delete from \"item\" where \"id\" = 1");
        return wire.cutAtCommit(When.AFTER, third).saveAll(drafts(wire), policy);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void rowsThatWereStaleOrGoneBeforeAreToldSo(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            List<Draft> drafts = drafts(wire);
            wire.aside().saved(Draft.of(item(wire.aside(), 2)).with("stock", Value.of(99)));
            wire.aside().sql("delete from \"item\" where \"id\" = 4");
            BatchOutcome outcome = wire.cutAtCommit(When.AFTER, () -> {}).saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
            assertThat(why(outcome.entries().get(1))).isInstanceOfSatisfying(Outcome.Stale.class, stale -> assertThat(
                            stale.theirs().row().get("stock"))
                    .isEqualTo(Value.of(99)));
            assertThat(why(outcome.entries().get(3))).isEqualTo(new Outcome.Gone(key(wire.aside(), 4)));
            assertThat(outcome.saved()).isEqualTo(ROWS - 2);
        }
    }

    /** Whoever holds one row may hold them all; but why a row was not sent is there to be read. */
    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"H2", "POSTGRESQL", "MARIADB"})
    void rowsSomebodyHoldsStayUnknownWithoutWaitingForEachOfThem(Engine engine) throws SQLException {
        try (Wire wire = new Wire(engine, OnEveryGuard.COUNTER);
                Connection other = wire.aside().database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            List<Draft> drafts = drafts(wire);
            wire.aside().sql("delete from \"item\" where \"id\" = 4");
            wire.shop().shortenLockTimeouts();
            other.setAutoCommit(false);
            BatchOutcome outcome = wire.cutAtCommit(
                            When.AFTER, () -> hold(statement, wire.aside().quoted("update \"item\" set \"stock\" = 8")))
                    .saveAll(drafts, BatchPolicy.SKIP_AND_REPORT);
            other.rollback();
            other.setAutoCommit(true);
            for (int i : List.of(0, 1, 2, 4)) {
                assertThat(why(outcome.entries().get(i)))
                        .isInstanceOfSatisfying(Outcome.Unconfirmed.class, unknown -> assertThat(unknown.present())
                                .isEmpty());
            }
            assertThat(why(outcome.entries().get(3))).isEqualTo(new Outcome.Gone(key(wire.aside(), 4)));
        }
    }

    private static void hold(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome.Unwritten why(BatchOutcome.Entry entry) {
        return ((NotSaved) entry).why();
    }

    private static List<Draft> drafts(Wire wire) {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(id -> id == 1
                        ? wire.aside().item()
                        : wire.aside().inserted(wire.aside().newItem(id)))
                .map(row -> Draft.of(row).with("stock", Value.of(7)))
                .toList();
    }

    private static RecordKey key(Shop shop, int id) {
        return shop.key("item", Row.of("id", Value.of(id)));
    }

    private static Snapshot item(Shop shop, int id) {
        return shop.store().find(key(shop, id)).orElseThrow();
    }
}
