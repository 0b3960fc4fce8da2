package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.BatchOutcome;
import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.LockOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.outcome.Violation.Kind;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.LockWait;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rules of the database, reported for the columns they concern, also where the database does not name them; nothing is
 * written.
 */
@LockingContract
class RejectedTest {

    /** Values that break one rule, at the columns they are written to. */
    private record Broken(Kind kind, Row values) {}

    @OnEveryEngine
    void everyRuleIsToldAtItsColumnsHoweverTheRowIsWritten(Engine engine) {
        try (Shop shop = people(engine)) {
            Snapshot base = shop.first("person");
            RecordStore store = shop.store();
            for (Broken broken : rules(engine)) {
                Row alone = broken.values();
                Row amongOthers = wholeRow().withAll(alone);
                for (Row values : List.of(alone, amongOthers)) {
                    Draft draft = with(Draft.of(base), values);
                    Map.of(
                                    "save",
                                    store.save(draft),
                                    "update",
                                    store.updateIf(base.key(), base.token(), values),
                                    "rehearse",
                                    ((DryRunOutcome.Fails) store.dryRun(draft)).why(),
                                    "lock",
                                    undone(store.locked(
                                            base.key(), base.token(), LockWait.noWait(), row -> row.update(values))),
                                    "skipping batch",
                                    notSaved(store.saveAll(List.of(draft), BatchPolicy.SKIP_AND_REPORT)),
                                    "aborting batch",
                                    notSaved(store.saveAll(List.of(draft), BatchPolicy.ABORT_ALL)))
                            .forEach((way, outcome) -> assertBroken(broken, way, outcome));
                }
                Draft fresh = with(Draft.newRow(shop.id("person")).with("id", Value.of(3)), amongOthers);
                assertBroken(broken, "insert", store.insert(fresh));
                assertBroken(broken, "rehearsed insert", ((DryRunOutcome.Fails) store.dryRun(fresh)).why());
            }
            assertThat(shop.first("person").row()).isEqualTo(base.row());
        }
    }

    @OnEveryEngine
    void deletingARowOthersReferToIsRejected(Engine engine) {
        try (Shop shop = people(engine)) {
            Snapshot team = shop.first("team");
            Violation violation = rejected(shop.store().delete(team));
            assertThat(violation.kind()).isEqualTo(Kind.STILL_REFERENCED);
            assertThat(violation.columns()).isEmpty();
            assertThat(shop.first("team").row()).isEqualTo(team.row());
        }
    }

    /** SQLite takes texts of every length and numbers of every size, as they are. */
    @Test
    void whatSqliteTakesIsNeverCutOrClipped() {
        try (Shop shop = people(Engine.SQLITE)) {
            Snapshot saved = shop.saved(Draft.of(shop.first("person"))
                    .with("name", Value.of("x".repeat(99)))
                    .with("age", Value.of(99_999_999_999L)));
            assertThat(saved.row().get("name").text()).hasSize(99);
            assertThat(saved.row().get("age")).isEqualTo(Value.of(99_999_999_999L));
        }
    }

    @Test
    void aTypeOfAStrictTableOfSqliteIsToldAtItsColumn() {
        try (Shop shop = new Shop(
                Engine.SQLITE,
                "create table strict_one (id integer primary key, age integer, height integer) strict",
                "insert into strict_one values (1, 40, 170)")) {
            Violation violation = rejected(shop.store()
                    .save(Draft.of(shop.first("strict_one"))
                            .with("age", Value.of("forty"))
                            .with("height", Value.of(171))));
            assertThat(violation.kind()).isEqualTo(Kind.TYPE);
            assertThat(violation.columns()).containsExactly("age");
        }
    }

    /** PostgreSQL says for none of these which column it means. */
    @Test
    void whatPostgresqlLeavesToBeFoundOutIsFound() {
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create type mood as enum ('glad', 'sad')",
                "create domain rating as integer check (value between 1 and 5)",
                """
                create table t (id integer primary key, feeling mood, second mood, stars rating, price numeric(6, 2),
                  amount integer, at inet, other_at inet, code bit(3), data jsonb, picture bytea, note text)""",
                "insert into t values (1, 'glad', 'sad', 1, 1, 1, '10.0.0.1', '10.0.0.1', '101', '{}', '', '')")) {
            Snapshot base = shop.first("t");
            Row whole = base.row().without("id");
            List.of(
                            new Broken(Kind.TYPE, Row.of("second", Value.of("joyful"))),
                            new Broken(Kind.CHECK, Row.of("stars", Value.of(6))),
                            new Broken(Kind.OUT_OF_RANGE, Row.of("price", Value.of(10_000))),
                            new Broken(Kind.OUT_OF_RANGE, Row.of("amount", Value.of(3_000_000_000L))),
                            new Broken(Kind.TYPE, Row.of("other_at", new Value.Other("inet", "nowhere"))))
                    .forEach(broken -> assertBroken(
                            broken,
                            "update",
                            shop.store().updateIf(base.key(), base.token(), whole.withAll(broken.values()))));
        }
    }

    /** What a trigger writes elsewhere is no value of the row. */
    @Test
    void aValueTheRowDoesNotHoldIsBlamedOnNoColumn() {
        try (Shop shop = people(Engine.POSTGRESQL)) {
            shop.sql(
                    "create table log (line varchar(3))",
                    "create function note() returns trigger language plpgsql as"
                            + " $$begin insert into log values ('much too long'); return new; end$$",
                    "create trigger noting after update on person for each row execute function note()");
            Violation violation =
                    rejected(shop.store().save(Draft.of(shop.first("person")).with("name", Value.of("Al"))));
            assertThat(violation.kind()).isEqualTo(Kind.TOO_LONG);
            assertThat(violation.columns()).isEmpty();
        }
    }

    private static List<Broken> rules(Engine engine) {
        List<Broken> rules = new ArrayList<>(List.of(
                new Broken(Kind.NOT_NULL, Row.of("name", Value.ofNull())),
                new Broken(Kind.UNIQUE, Row.of("name", Value.of("Bo")).with("region", Value.of("North"))),
                new Broken(Kind.FOREIGN_KEY, Row.of("team_id", Value.of(88))),
                new Broken(Kind.CHECK, Row.of("age", Value.of(-1)))));
        if (engine != Engine.SQLITE) {
            rules.add(new Broken(Kind.TOO_LONG, Row.of("name", Value.of("x".repeat(99)))));
            rules.add(new Broken(Kind.OUT_OF_RANGE, Row.of("age", Value.of(99_999_999_999L))));
            rules.add(new Broken(Kind.TYPE, Row.of("age", Value.of("forty"))));
        }
        return rules;
    }

    /** Nothing is wrong with it. */
    private static Row wholeRow() {
        return Row.of("name", Value.of("Cy"))
                .with("region", Value.of("West"))
                .with("age", Value.of(41))
                .with("team_id", Value.of(2))
                .with("former_team_id", Value.of(1));
    }

    private static Shop people(Engine engine) {
        return new Shop(
                        engine,
                        "create table \"team\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                        """
                        create table "person" (
                          "id" integer not null primary key,
                          "name" varchar(20) not null,
                          "region" varchar(20) not null,
                          "age" integer,
                          "team_id" integer,
                          "former_team_id" integer,
                          constraint "person_name" unique ("name", "region"),
                          constraint "person_team" foreign key ("team_id") references "team" ("id"),
                          constraint "person_former_team" foreign key ("former_team_id") references "team" ("id"),
                          constraint "person_age" check ("age" >= 0))""",
                        "insert into \"team\" values (1, 'Blue'), (2, 'Red')",
                        "insert into \"person\" values (1, 'Ana', 'South', 40, 1, 2), (2, 'Bo', 'North', 30, 1, 2)")
                .guardedBy("person", OnEveryGuard.DIGEST);
    }

    private static Draft with(Draft draft, Row values) {
        Draft filled = draft;
        for (Map.Entry<String, Value> value : values.values().entrySet()) {
            filled = filled.with(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static void assertBroken(Broken broken, String way, Object outcome) {
        String as = way + " " + broken.kind() + " " + broken.values().columns();
        assertThat(outcome).as(as).isInstanceOf(Outcome.Rejected.class);
        Violation violation = rejected(outcome);
        assertThat(violation.kind()).as(as).isEqualTo(broken.kind());
        assertThat(violation.columns())
                .as(as)
                .containsExactlyInAnyOrderElementsOf(broken.values().columns().list());
    }

    private static Outcome.Unwritten undone(LockOutcome<?> outcome) {
        return ((LockOutcome.Undone<?>) outcome).why();
    }

    private static Outcome.Unwritten notSaved(BatchOutcome outcome) {
        return ((BatchOutcome.NotSaved) outcome.entries().getFirst()).why();
    }

    private static Violation rejected(Object outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        List<Violation> violations = ((Outcome.Rejected) outcome).violations();
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }
}
