package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.diff.EditedLines;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.SaveOutcome;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values of every type, read, written back and read again. */
@LockingContract
class ValuesTest {

    @OnEveryEngine
    void everyValueWrittenBackIsReadAgainAsTheSame(Engine engine) {
        List<TypeSamples.Sample> samples = TypeSamples.of(engine);
        try (Shop shop = new Shop(engine, TypeSamples.created(engine))) {
            shop.sql(create(samples));
            int rows = samples.stream().mapToInt(s -> s.literals().size()).max().orElseThrow();
            for (int i = 0; i < rows; i++) {
                shop.sql(insert(samples, i));
            }
            List<String> wrong = new ArrayList<>();
            for (int id = 0; id < rows; id++) {
                Snapshot base = find(shop, id);
                for (Column column : shop.table("t").columns()) {
                    // Cleared and then restored, because a draft that sets what is there already changes nothing.
                    if (!column.name().equals("id")) {
                        Value value = base.row().get(column.name());
                        Snapshot cleared = set(shop, find(shop, id), column.name(), Value.ofNull(), wrong);
                        Snapshot restored = set(shop, cleared, column.name(), value, wrong);
                        if (!restored.row().equals(base.row())
                                || !restored.token().equals(base.token())) {
                            wrong.add(column.name() + " " + column.typeName() + " " + id + ": " + value + " became "
                                    + restored.row().get(column.name()));
                        }
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    @OnEveryEngine
    void everyValueCanBeShownOnAPage(Engine engine) {
        List<TypeSamples.Sample> samples = TypeSamples.of(engine);
        try (Shop shop = new Shop(engine, TypeSamples.created(engine))) {
            shop.sql(create(samples));
            shop.sql(insert(samples, 0), insert(samples, 1));
            for (Column column : shop.table("t").columns()) {
                PageRequest request =
                        PageRequest.first(shop.id("t"), List.of(new PageRequest.Sort(column.name(), false)), 1);
                Page page = shop.store().page(request);
                Page next = shop.store().page(request.after(page.next().orElseThrow()));
                assertThat(page.rows().getFirst().get("id"))
                        .as(column.name() + " " + column.typeName())
                        .isNotEqualTo(next.rows().getFirst().get("id"));
            }
        }
    }

    @OnEveryEngine
    void largeNumbersAndScalesAreExact(Engine engine) {
        String type = engine == Engine.SQLITE ? "integer" : "decimal(30,3)";
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"n\" " + type + ")",
                "insert into \"t\" values (1, 9007199254740993)")) {
            Snapshot base = shop.first("t");
            assertThat(base.row().get("n")).isEqualTo(Value.of(9007199254740993L));
            Snapshot other = shop.saved(Draft.of(base).with("n", Value.of(9007199254740992L)));
            assertThat(other.token()).isNotEqualTo(base.token());
            assertThat(shop.store().save(Draft.of(base).with("n", Value.of(0)))).isInstanceOf(Outcome.Stale.class);
        }
    }

    @OnEveryEngine
    void aTimeTooFineForItsColumnComesBackAsStored(Engine engine) {
        String type = engine == Engine.MARIADB ? "datetime" : "timestamp";
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"whole\" " + type + "(0), \"micros\" " + type
                        + "(6))")) {
            int id = 0;
            // The last one is rounded up to another year, where a database rounds.
            for (String time : List.of("2026-01-01T10:00:00.123456789", "2026-12-31T23:59:59.999999999")) {
                Value fine = new Value.DateTime(LocalDateTime.parse(time));
                id++;
                Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t"))
                        .with("id", Value.of(id))
                        .with("whole", fine)
                        .with("micros", fine));
                Snapshot read = find(shop, id);
                assertThat(inserted.row()).isEqualTo(read.row());
                assertThat(inserted.token()).isEqualTo(read.token());
            }
        }
    }

    @OnEveryEngine
    void aChangeOfCaseAccentOrTrailingSpaceIsAChangeUnderEveryCollation(Engine engine) {
        String collation =
                switch (engine) {
                    case MARIADB -> "varchar(20) collate utf8mb4_general_ci";
                    case SQLITE -> "varchar(20) collate nocase";
                    case H2 -> "varchar_ignorecase(20)";
                    case POSTGRESQL -> "varchar(20) collate ci";
                };
        try (Shop shop = new Shop(engine)) {
            if (engine == Engine.POSTGRESQL) {
                shop.sql("create collation ci (provider = icu, locale = 'und-u-ks-level1', deterministic = false)");
            }
            shop.sql(
                    "create table \"t\" (\"id\" integer not null primary key, \"s\" " + collation + ")",
                    "insert into \"t\" values (1, 'cafe')");
            for (String variant : List.of("Cafe", "café", "cafe\u0301", "cafe ")) {
                Snapshot base = shop.first("t");
                shop.sql("update \"t\" set \"s\" = '" + variant + "'");
                assertThat(shop.store().save(Draft.of(base).with("s", Value.of("mine"))))
                        .as(variant)
                        .isInstanceOf(Outcome.Stale.class);
            }
        }
    }

    @OnEveryEngine
    void generatedColumnsAreNeverWritten(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" AUTOKEY, \"n\" integer default 5, "
                        + "\"twice\" integer generated always as (2 * \"n\") STORED)")) {
            Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t")).with("twice", Value.of(1)));
            assertThat(inserted.row().get("n")).isEqualTo(Value.of(5));
            Snapshot saved =
                    shop.saved(Draft.of(inserted).with("n", Value.of(4)).with("twice", Value.of(99)));
            assertThat(saved.row().get("twice")).isEqualTo(Value.of(8));
            Draft onlyComputed = Draft.of(saved).with("twice", Value.of(99));
            assertThat(shop.store().save(onlyComputed)).isEqualTo(new Outcome.Saved(saved));
        }
    }

    @OnEveryEngine
    void whatAnEditLeavesAloneIsByteForByteWhatItWas(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"s\" varchar(200), \"n\" integer)")) {
            int id = 0;
            for (String text : List.of(
                    "first\r\nsecond\nthird\r\nfourth",
                    "a\rb\rc",
                    "\u2028\r\n\r\n\n",
                    "\n\r",
                    "end\n",
                    "\t x \u0085")) {
                id++;
                shop.inserted(
                        Draft.newRow(shop.id("t")).with("id", Value.of(id)).with("s", Value.of(text)));
                String before = hex(shop, engine, id);
                Snapshot other = shop.saved(Draft.of(find(shop, id)).with("n", Value.of(7)));
                assertThat(hex(shop, engine, id)).isEqualTo(before);
                String shown = EditedLines.of(text).shown();
                String edited = EditedLines.of(text).changedTo(shown + "!").text();
                Snapshot saved = shop.saved(Draft.of(other).with("s", Value.of(edited)));
                assertThat(saved.row().get("s")).isEqualTo(Value.of(text + "!"));
                assertThat(hex(shop, engine, id)).isEqualTo(before + "21");
            }
        }
    }

    @Test
    void anUntypedValueOfSqliteKeepsItsStorageClass() {
        try (Shop shop = new Shop(
                Engine.SQLITE,
                "create table \"t\" (\"id\" integer primary key, \"v\", \"n\" integer)",
                "insert into \"t\" values (1, 41, 0), (2, '007', 0), (3, 1.5, 0), (4, x'00', 0), (5, '13', 0)")) {
            List<Value> edited =
                    List.of(Value.of(42), Value.of("008"), new Value.Float64(2), Value.of("text now"), Value.of("14"));
            for (int id = 1; id <= 5; id++) {
                String before = TestDatabase.answer(shop.database(), "select typeof(v) from t where id = " + id);
                Snapshot untouched = shop.saved(Draft.of(find(shop, id)).with("n", Value.of(1)));
                assertThat(TestDatabase.answer(shop.database(), "select typeof(v) from t where id = " + id))
                        .isEqualTo(before);
                shop.saved(Draft.of(untouched).with("v", edited.get(id - 1)));
                assertThat(TestDatabase.answer(shop.database(), "select typeof(v) from t where id = " + id))
                        .isEqualTo(id == 4 ? "text" : before);
            }
        }
    }

    private static String hex(Shop shop, Engine engine, int id) {
        String hex =
                switch (engine) {
                    case H2 -> "lower(rawtohex(cast(\"s\" as varbinary)))";
                    case POSTGRESQL -> "encode(convert_to(\"s\", 'UTF8'), 'hex')";
                    case MARIADB, SQLITE -> "lower(hex(\"s\"))";
                };
        return TestDatabase.answer(shop.database(), shop.quoted("select " + hex + " from \"t\" where \"id\" = " + id));
    }

    private static Snapshot find(Shop shop, int id) {
        return shop.store().find(shop.key("t", Row.of("id", Value.of(id)))).orElseThrow();
    }

    private static Snapshot set(Shop shop, Snapshot base, String column, Value value, List<String> wrong) {
        SaveOutcome outcome = shop.store().save(Draft.of(base).with(column, value));
        if (outcome instanceof Outcome.Saved saved) {
            return saved.snapshot();
        }
        wrong.add(column + " " + value + ": " + outcome);
        return base;
    }

    private static String create(List<TypeSamples.Sample> samples) {
        StringBuilder sql = new StringBuilder("create table \"t\" (\"id\" integer not null primary key");
        for (int i = 0; i < samples.size(); i++) {
            sql.append(", \"c")
                    .append(i)
                    .append("\" ")
                    .append(samples.get(i).type())
                    .append(" null");
        }
        return sql.append(")").toString();
    }

    private static String insert(List<TypeSamples.Sample> samples, int row) {
        StringBuilder sql = new StringBuilder("insert into \"t\" values (").append(row);
        for (TypeSamples.Sample sample : samples) {
            sql.append(", ")
                    .append(sample.literals().get(row % sample.literals().size()));
        }
        return sql.append(")").toString();
    }
}
