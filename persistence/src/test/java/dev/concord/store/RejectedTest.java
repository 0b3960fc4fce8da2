package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import java.math.BigDecimal;
import java.util.List;

/** Rules of the database, told at the columns they concern; nothing is written. */
class RejectedTest {

    @OnEveryEngine
    void aMissingValueIsToldAtItsColumn(Engine engine) {
        try (Shop shop = people(engine)) {
            Violation violation = savingRejected(shop, "name", Value.ofNull());
            assertThat(violation.kind()).isEqualTo(Violation.Kind.NOT_NULL);
            assertThat(violation.columns()).containsExactly("name");
        }
    }

    @OnEveryEngine
    void aTakenValueIsToldAtAllColumnsOfTheKey(Engine engine) {
        try (Shop shop = people(engine)) {
            shop.sql("insert into \"person\" values (2, 'Bo', 'North', 30, 1)");
            Violation violation = rejected(shop.store()
                    .save(Draft.of(shop.first("person"))
                            .with("name", Value.of("Bo"))
                            .with("region", Value.of("North"))));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.UNIQUE);
            assertThat(violation.columns()).containsExactlyInAnyOrder("name", "region");
        }
    }

    @OnEveryEngine
    void aReferenceToNothingIsToldAtItsColumn(Engine engine) {
        try (Shop shop = people(engine)) {
            Violation violation = savingRejected(shop, "team_id", Value.of(88));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.FOREIGN_KEY);
            if (engine != Engine.SQLITE) {
                assertThat(violation.columns()).containsExactly("team_id");
            }
        }
    }

    @OnEveryEngine
    void deletingARowOthersReferToIsRejected(Engine engine) {
        try (Shop shop = people(engine)) {
            Snapshot team = shop.first("team");
            Violation violation = rejected(shop.store().delete(team));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.STILL_REFERENCED);
            assertThat(shop.first("team").row()).isEqualTo(team.row());
        }
    }

    @OnEveryEngine
    void aBrokenCheckIsToldAtItsColumn(Engine engine) {
        try (Shop shop = people(engine)) {
            Violation violation = savingRejected(shop, "age", Value.of(-1));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.CHECK);
            assertThat(violation.columns()).containsExactly("age");
        }
    }

    @OnEveryEngine
    void aTextTooLongIsRejectedAndNeverCut(Engine engine) {
        try (Shop shop = people(engine)) {
            if (engine == Engine.SQLITE) {
                Snapshot saved = shop.saved(Draft.of(shop.first("person")).with("name", Value.of("x".repeat(99))));
                assertThat(saved.row().get("name").text()).hasSize(99);
            } else {
                assertThat(savingRejected(shop, "name", Value.of("x".repeat(99)))
                                .kind())
                        .isEqualTo(Violation.Kind.TOO_LONG);
            }
        }
    }

    @OnEveryEngine
    void aNumberTooLargeIsRejectedAndNeverClipped(Engine engine) {
        try (Shop shop = people(engine)) {
            Value large = Value.of(99_999_999_999L);
            if (engine == Engine.SQLITE) {
                shop.saved(Draft.of(shop.first("person")).with("age", large));
            } else {
                assertThat(savingRejected(shop, "age", large).kind()).isEqualTo(Violation.Kind.OUT_OF_RANGE);
            }
        }
    }

    @OnEveryEngine
    void anInsertIsRejectedInTheSameWords(Engine engine) {
        try (Shop shop = people(engine)) {
            Violation violation = rejected(shop.store()
                    .insert(Draft.newRow(shop.id("person"))
                            .with("id", Value.of(3))
                            .with("name", Value.of("Cy"))
                            .with("region", Value.of("West"))
                            .with("age", Value.of(new BigDecimal("-3")))
                            .with("team_id", Value.of(1))));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.CHECK);
            assertThat(violation.columns()).containsExactly("age");
        }
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
                  constraint "person_name" unique ("name", "region"),
                  constraint "person_team" foreign key ("team_id") references "team" ("id"),
                  constraint "person_age" check ("age" >= 0))""",
                "insert into \"team\" values (1, 'Blue')",
                "insert into \"person\" values (1, 'Ana', 'South', 40, 1)");
    }

    private static Violation savingRejected(Shop shop, String column, Value value) {
        Snapshot base = shop.first("person");
        Violation violation = rejected(shop.store().save(Draft.of(base).with(column, value)));
        assertThat(shop.first("person").row()).isEqualTo(base.row());
        return violation;
    }

    private static Violation rejected(Object outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        List<Violation> violations = ((Outcome.Rejected) outcome).violations();
        assertThat(violations).hasSize(1);
        return violations.getFirst();
    }
}
