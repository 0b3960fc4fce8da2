package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.BatchOutcome.NotSaved;
import dev.concord.outcome.BatchOutcome.RolledBack;
import dev.concord.outcome.BatchOutcome.Saved;
import dev.concord.outcome.Outcome;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.CuttingProxy.When;
import dev.concord.testing.Engine;
import dev.concord.version.Guard;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Writes that depend on those before them are one transaction, carried out in the order given. */
class WriteInOrderTest {

    @OnEveryEngine
    void aNewRowRefersToAnotherOneWhoseKeyTheDatabaseMakes(Engine engine) {
        try (Shop shop = withLines(engine)) {
            BatchOutcome outcome =
                    shop.store().writeInOrder(List.of(newOrder(shop, "a"), lineOf(shop, 0), lineOf(shop, 0)));
            assertThat(outcome.complete()).isTrue();
            Snapshot order = saved(outcome, 0);
            assertThat(saved(outcome, 2).row().get("order_id"))
                    .isEqualTo(order.row().get("id"));
            assertThat(shop.store().find(saved(outcome, 1).key())).isPresent();
        }
    }

    @OnEveryEngine
    void aRowIsWrittenSeveralTimes(Engine engine) {
        try (Shop shop = withLines(engine)) {
            BatchOutcome outcome = shop.store()
                    .writeInOrder(List.of(
                            newOrder(shop, "a"),
                            changed(shop, 0, draft -> draft.with("name", Value.of("b"))),
                            changed(shop, 1, draft -> draft),
                            new WriteStep(shop.id("orders"), before -> new RowWrite.Delete(saved(before.get(2))))));
            assertThat(outcome.complete()).isTrue();
            assertThat(saved(outcome, 1).row().get("name")).isEqualTo(Value.of("b"));
            assertThat(shop.store().find(saved(outcome, 0).key())).isEmpty();
        }
    }

    @OnEveryEngine
    void nothingIsWrittenIfOneOfThemIsStale(Engine engine) {
        try (Shop shop = withLines(engine)) {
            Snapshot old = saved(shop.store().writeInOrder(List.of(newOrder(shop, "a"))), 0);
            shop.sql("update \"orders\" set \"name\" = 'theirs'");
            BatchOutcome outcome = shop.store()
                    .writeInOrder(List.of(
                            newOrder(shop, "b"),
                            new WriteStep(
                                    shop.id("orders"),
                                    _ -> new RowWrite.Update(Draft.of(old).with("name", Value.of("mine")))),
                            newOrder(shop, "c")));
            assertThat(outcome.entries().getFirst()).isInstanceOf(RolledBack.class);
            assertThat(outcome.entries().get(1)).isInstanceOfSatisfying(NotSaved.class, not -> assertThat(not.why())
                    .isInstanceOf(Outcome.Stale.class));
            assertThat(outcome.entries().get(2)).isInstanceOf(RolledBack.class);
            assertThat(orders(shop)).hasSize(1);
        }
    }

    @OnEveryEngine
    void nothingIsWrittenIfOneOfThemBreaksARule(Engine engine) {
        try (Shop shop = withLines(engine)) {
            WriteStep nameless = new WriteStep(
                    shop.id("orders"),
                    _ -> new RowWrite.Insert(Draft.newRow(shop.id("orders")).with("name", Value.ofNull())));
            BatchOutcome outcome = shop.store().writeInOrder(List.of(newOrder(shop, "a"), nameless));
            assertThat(outcome.entries().getFirst()).isInstanceOf(RolledBack.class);
            assertThat(outcome.entries().getLast()).isInstanceOfSatisfying(NotSaved.class, not -> assertThat(not.why())
                    .isInstanceOf(Outcome.Rejected.class));
            assertThat(orders(shop)).isEmpty();
        }
    }

    @OnEveryEngine
    void nothingIsWrittenIfAColumnOfOneOfThemDoesNotExist(Engine engine) {
        try (Shop shop = withLines(engine)) {
            WriteStep unknown = new WriteStep(
                    shop.id("orders"),
                    _ -> new RowWrite.Insert(Draft.newRow(shop.id("orders")).with("none", Value.of(1))));
            BatchOutcome outcome = shop.store().writeInOrder(List.of(newOrder(shop, "a"), unknown));
            assertThat(outcome.entries().getFirst()).isInstanceOf(RolledBack.class);
            assertThat(outcome.entries().getLast()).isInstanceOfSatisfying(NotSaved.class, not -> assertThat(not.why())
                    .isInstanceOf(Outcome.TableChanged.class));
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("dev.concord.store.Wire#all")
    void aCutAroundTheCommitIsSettled(Engine engine, Guard guard) {
        try (Wire wire = new Wire(engine, guard)) {
            Snapshot item = wire.shop().item();
            List<WriteStep> steps = List.of(
                    new WriteStep(wire.shop().id("ticket"), _ -> new RowWrite.Insert(wire.newTicket())),
                    new WriteStep(
                            wire.shop().id("item"),
                            _ -> new RowWrite.Update(Draft.of(item).with("stock", Value.of(7)))));
            BatchOutcome before = wire.cutAtCommit(When.BEFORE, () -> {}).writeInOrder(steps);
            assertThat(before.saved()).isZero();
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(10));
            BatchOutcome after = wire.cutAtCommit(When.AFTER, () -> {}).writeInOrder(steps);
            assertThat(wire.aside().item().row().get("stock")).isEqualTo(Value.of(7));
            assertThat(after.entries())
                    .allSatisfy(entry -> assertThat(known(entry)).isTrue());
        }
    }

    /** That it is saved, or that it is not known: never that it was not. */
    private static boolean known(BatchOutcome.Entry entry) {
        return entry instanceof Saved || entry instanceof NotSaved(Outcome.Unconfirmed _);
    }

    private static Shop withLines(Engine engine) {
        return new Shop(engine, "create table \"orders\" (\"id\" AUTOKEY, \"name\" varchar(20) not null)", """
                create table "line" ("id" AUTOKEY, "order_id" integer not null,
                  foreign key ("order_id") references "orders" ("id"))""");
    }

    private static List<?> orders(Shop shop) {
        return shop.store()
                .page(PageRequest.first(shop.id("orders"), List.of(), 10))
                .rows();
    }

    private static WriteStep newOrder(Shop shop, String name) {
        return new WriteStep(
                shop.id("orders"),
                _ -> new RowWrite.Insert(Draft.newRow(shop.id("orders")).with("name", Value.of(name))));
    }

    private static WriteStep lineOf(Shop shop, int order) {
        return new WriteStep(
                shop.id("line"),
                before -> new RowWrite.Insert(Draft.newRow(shop.id("line"))
                        .with("order_id", saved(before.get(order)).row().get("id"))));
    }

    private static WriteStep changed(Shop shop, int step, Function<Draft, Draft> change) {
        return new WriteStep(
                shop.id("orders"), before -> new RowWrite.Update(change.apply(Draft.of(saved(before.get(step))))));
    }

    private static Snapshot saved(BatchOutcome outcome, int index) {
        return saved(outcome.entries().get(index));
    }

    private static Snapshot saved(BatchOutcome.Entry entry) {
        return ((Saved) entry).snapshot();
    }
}
