package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.TableId;
import dev.concord.diff.EditedLines;
import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.ReadOutcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.query.ReferencedRow;
import dev.concord.record.Draft;
import dev.concord.record.Increment;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documentation of the classes shows as an example is this code, and it runs. */
class DocumentedExamplesTest {
    private static final Pattern EXAMPLE =
            Pattern.compile("\\{@(?:code\\R|snippet :\\R)(.*?)\\R *\\* ?\\}", Pattern.DOTALL);

    private final List<String> told = new ArrayList<>();

    @OnEveryEngine
    void updatingByKeyAndToken(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordKey key = shop.item().key();
            VersionToken token = shop.item().token().orElseThrow();
            updating(shop.store(), key, token);
            updating(shop.store(), key, token);
            updating(shop.store(), shop.key("item", Row.of("id", Value.of(9))), token);
            shop.sql("drop table \"item\"");
            updating(shop.store(), key, token);
            assertThat(told)
                    .containsExactly(
                            "answer " + new VersionToken.OfColumn(Value.of(2)),
                            "conflict with 3",
                            "not found",
                            "explained: TableChanged");
        }
    }

    private void updating(RecordStore store, RecordKey key, VersionToken token) {
        switch (store.updateIf(key, Optional.of(token), Row.of("stock", Value.of(3)))) {
            case Outcome.Saved(Snapshot now) -> answer(now.token());
            case Outcome.Stale(Snapshot theirs) -> conflict(theirs);
            case Outcome.Gone(RecordKey missing) -> notFound(missing);
            case Outcome.Failure why -> explain(why);
        }
    }

    @OnEveryEngine
    void takingFromStock(Engine engine) {
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER)) {
            RecordStore store = shop.store();
            RecordKey key = shop.item().key();
            store.increment(key, Increment.of("stock", -1).notBelow(0));
            assertThat(shop.item().row().get("stock")).isEqualTo(Value.of(9));
        }
    }

    @OnEveryEngine
    void touchingAParent(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            RecordStore store = shop.store();
            TableId lines = shop.id("line");
            Snapshot order = shop.first("order");
            store.insert(
                    Draft.newRow(lines).with("order_id", order.key().columns().get("id")));
            store.touch(order.key(), order.token());
            assertThat(shop.first("line").row().get("order_id")).isEqualTo(Value.of(1));
            assertThat(shop.first("order").row().get("version")).isEqualTo(Value.of(2));
        }
    }

    @OnEveryEngine
    void sellingUnderALock(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            RecordStore store = shop.store();
            RecordKey key = shop.first("order").key();
            VersionToken token = shop.first("order").token().orElseThrow();
            LockOutcome<Boolean> sold =
                    store.locked(key, Optional.of(token), LockWait.upTo(Duration.ofSeconds(1)), row -> {
                        boolean free = row.snapshot().row().get("buyer").isNull();
                        if (free) {
                            row.update(Row.of("buyer", Value.of("Ana")));
                        }
                        return free;
                    });
            assertThat(sold).isEqualTo(new LockOutcome.Done<>(true));
            assertThat(shop.first("order").row().get("buyer")).isEqualTo(Value.of("Ana"));
        }
    }

    @OnEveryEngine
    void addingATagWhateverTheOthersAre(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            RecordStore store = shop.store();
            RecordKey key = shop.first("order").key();
            store.retry(
                    key, draft -> draft.with("tags", Value.of(draft.get("tags").text() + " new")), Retry.STANDARD);
            assertThat(shop.first("order").row().get("tags")).isEqualTo(Value.of("urgent new"));
        }
    }

    @OnEveryEngine
    void savingAllOrNothing(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            RecordStore store = shop.store();
            List<Draft> drafts = List.of(Draft.of(shop.first("order")).with("buyer", Value.of("Bo")));
            for (int i = 0; i < 2; i++) {
                if (!store.saveAll(drafts, BatchPolicy.ABORT_ALL).complete()) {
                    explainWhyNothingWasSaved();
                }
            }
            assertThat(told).containsExactly("nothing was saved");
        }
    }

    @OnEveryEngine
    void insertingAnOrderWithItsLine(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            TableId orders = shop.id("order");
            TableId lines = shop.id("line");
            BatchOutcome outcome = withItsLine(
                    shop.store(), orders, lines, Draft.newRow(orders).with("id", Value.of(7)));
            assertThat(outcome.complete()).isTrue();
            assertThat(shop.first("line").row().get("order_id")).isEqualTo(Value.of(7));
        }
    }

    private static BatchOutcome withItsLine(RecordStore store, TableId orders, TableId lines, Draft order) {
        Function<BatchOutcome.Entry, Draft> lineOf = saved -> Draft.newRow(lines)
                .with("order_id", ((BatchOutcome.Saved) saved).snapshot().row().get("id"));
        return store.writeInOrder(List.of(
                new WriteStep(orders, _ -> new RowWrite.Insert(order)),
                new WriteStep(lines, before -> new RowWrite.Insert(lineOf.apply(before.getFirst())))));
    }

    @OnEveryEngine
    void lookingUpWhatThreeVersionsReferTo(Engine engine) {
        try (Shop shop = shopOfOrders(engine)) {
            RecordStore store = shop.store();
            Snapshot base = shop.inserted(
                    Draft.newRow(shop.id("line")).with("id", Value.of(1)).with("order_id", Value.of(1)));
            Snapshot theirs = shop.saved(Draft.of(base).with("order_id", Value.of(2)));
            Draft mine = Draft.of(base).with("order_id", Value.ofNull());
            ForeignKey key = shop.table("line").foreignKeys().getFirst();
            assertThat(looked(store, key, base, theirs, mine)).containsOnlyKeys(base.row(), theirs.row());
        }
    }

    private static Map<Row, ReferencedRow> looked(
            RecordStore store, ForeignKey key, Snapshot base, Snapshot theirs, Draft mine) {
        Map<Row, ReferencedRow> suppliers = store.references().look(key, List.of(base.row(), theirs.row(), mine.row()));
        return suppliers;
    }

    @Test
    void aPolicySaysWhatIsDifferent() {
        TablePolicy policy = TablePolicy.DEFAULT
                .withGuard(new Guard.ByColumn("version", Guard.VersionKind.INTEGER))
                .withMode(LockingMode.REQUIRED)
                .ignoring("last_seen");
        assertThat(policy.guard()).isEqualTo(OnEveryGuard.COUNTER);
        assertThat(policy.mode()).isEqualTo(LockingMode.REQUIRED);
        assertThat(policy.ignoredColumns()).containsExactly("last_seen");
    }

    @Test
    void readingOrSayingWhyNot() {
        try (Shop shop = Shop.withItems(Engine.H2, OnEveryGuard.COUNTER)) {
            PageRequest firstRows = PageRequest.first(shop.id("item"), List.of(), 10);
            read(shop.store(), firstRows);
            shop.sql("drop table \"item\"");
            read(shop.store(), firstRows);
            assertThat(told).hasSize(2);
        }
    }

    private void read(RecordStore store, PageRequest request) {
        switch (store.reading(from -> from.page(request))) {
            case ReadOutcome.Read<Page>(Page page) -> show(page);
            case ReadOutcome.Unreadable<Page> why -> explain(why);
        }
    }

    private void show(Page page) {
        told.add("rows: " + page.rows().size());
    }

    private void explain(ReadOutcome.Unreadable<Page> why) {
        told.add("unreadable: " + why);
    }

    @Test
    void anEditLeavesTheOtherLineEnds() {
        assertThat(edited()).isEqualTo("one!\r\ntwo\nthree");
    }

    private static String edited() {
        return EditedLines.of("one\r\ntwo\nthree").replaced(3, 3, "!").text(); // "one!\r\ntwo\nthree"
    }

    @Test
    void everyExampleShownIsHere() throws IOException {
        String here = dense(Files.readString(Path.of("src/test/java/dev/concord/store/DocumentedExamplesTest.java")));
        List<String> shown = shown();
        assertThat(shown).hasSize(11);
        assertThat(shown).allSatisfy(example -> assertThat(here).contains(dense(example)));
    }

    /** Every block of code in the documentation of the module's classes. */
    private static List<String> shown() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            List<String> shown = new ArrayList<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                EXAMPLE.matcher(Files.readString(file))
                        .results()
                        .map(MatchResult::group)
                        .map(example -> example.replaceAll("(?m)^ *\\* ?", "").replaceAll("^\\{@.*|\\}$", ""))
                        .forEach(shown::add);
            }
            return shown;
        }
    }

    /** Lines are broken differently inside a comment. */
    private static String dense(String code) {
        return code.replaceAll("\\s", "");
    }

    private static Shop shopOfOrders(Engine engine) {
        return new Shop(
                        engine,
                        "create table \"order\" (\"id\" integer not null primary key, \"buyer\" varchar(20),"
                                + " \"tags\" varchar(100), \"version\" integer)",
                        "create table \"line\" (\"id\" AUTOKEY, \"order_id\" integer,"
                                + " constraint \"of\" foreign key (\"order_id\") references \"order\" (\"id\"))",
                        "insert into \"order\" values (1, null, 'urgent', 1), (2, null, 'late', 1)")
                .guardedBy("order", OnEveryGuard.COUNTER);
    }

    private void answer(Optional<VersionToken> token) {
        told.add("answer " + token.orElseThrow());
    }

    private void conflict(Snapshot theirs) {
        told.add("conflict with " + theirs.row().get("stock").text());
    }

    private void notFound(RecordKey missing) {
        told.add(missing.columns().get("id").equals(Value.of(9)) ? "not found" : "found another");
    }

    private void explain(Outcome.Failure why) {
        told.add("explained: " + why.getClass().getSimpleName());
    }

    private void explainWhyNothingWasSaved() {
        told.add("nothing was saved");
    }
}
