package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.DryRunOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.outcome.Violation;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Writes that are tried and undone: they say what the write would say, and leave nothing. */
class DryRunTest {

    @OnEveryGuard
    void aRehearsalTellsTheRowAsItWouldBeAndLeavesItAsItIs(Shop shop) {
        Snapshot before = shop.item();
        Draft draft = Draft.of(before).with("stock", Value.of(3));
        Row would = fits(shop.store().dryRun(draft));
        assertThat(would.get("stock")).isEqualTo(Value.of(3));
        assertThat(would.get("name")).isEqualTo(Value.of("tea"));
        assertThat(shop.item().row()).isEqualTo(before.row());
        assertThat(shop.item().token()).isEqualTo(before.token());
        shop.saved(draft);
        assertThat(fails(shop.store().dryRun(draft.with("name", Value.of("late")))))
                .isInstanceOfSatisfying(
                        Outcome.Stale.class, stale -> assertThat(stale.theirs().row())
                                .isEqualTo(shop.item().row()));
    }

    @OnEveryEngine
    void whatTriggersDidElsewhereIsUndoneToo(Engine engine) {
        try (Shop shop = people(engine)) {
            shop.sql(renamingTheSecondTeam(engine));
            Draft draft = Draft.of(shop.first("person")).with("age", Value.of(41));
            fits(shop.store().dryRun(draft));
            assertThat(secondTeam(shop)).isEqualTo(Value.of("Red"));
            shop.saved(draft);
            assertThat(secondTeam(shop)).isEqualTo(Value.of("changed"));
        }
    }

    @OnEveryEngine
    void brokenRulesAreToldAtTheirColumns(Engine engine) {
        try (Shop shop = people(engine)) {
            Draft draft = Draft.of(shop.first("person"));
            Violation check = rejected(shop.store().dryRun(draft.with("age", Value.of(-1))));
            assertThat(check.kind()).isEqualTo(Violation.Kind.CHECK);
            assertThat(check.columns()).containsExactly("age");
            Violation reference = rejected(shop.store().dryRun(draft.with("team_id", Value.of(88))));
            assertThat(reference.kind()).isEqualTo(Violation.Kind.FOREIGN_KEY);
            assertThat(shop.first("person").row().get("age")).isEqualTo(Value.of(40));
        }
    }

    @OnEveryEngine
    void aNewRowIsTriedTheSameWay(Engine engine) {
        try (Shop shop = people(engine)) {
            Draft draft = Draft.newRow(shop.id("person")).with("age", Value.of(7));
            Row would = fits(shop.store().dryRun(draft));
            assertThat(would.get("id").isNull()).isFalse();
            assertThat(would.get("name")).isEqualTo(Value.of("nobody"));
            assertThat(shop.store().find(shop.key("person", would.only(List.of("id")))))
                    .isEmpty();
            Draft taken = draft.with("id", Value.of(1));
            assertThat(rejected(shop.store().dryRun(taken)).columns()).containsExactly("id");
        }
    }

    @OnEveryEngine
    void aRowThatIsGoneIsGone(Engine engine) {
        try (Shop shop = people(engine)) {
            Snapshot base = shop.first("person");
            shop.sql("delete from \"person\"");
            assertThat(fails(shop.store().dryRun(Draft.of(base).with("age", Value.of(41)))))
                    .isEqualTo(new Outcome.Gone(base.key()));
            assertThat(shop.store().absenceOf(base)).isEqualTo(RowAbsence.DELETED);
        }
    }

    @OnEveryEngine
    void whatTheTableNoLongerIsIsLearnedFromARehearsalToo(Engine engine) {
        try (Shop shop = people(engine)) {
            RecordStore store = shop.store();
            Draft draft = Draft.of(shop.first("person")).with("age", Value.of(41));
            shop.sql("alter table \"person\" add column \"colour\" varchar(20)");
            assertThat(fails(store.dryRun(draft))).isInstanceOf(Outcome.TableChanged.class);
            assertThat(shop.first("person").row().has("colour")).isTrue();
        }
    }

    @Test
    void aRuleThatWaitsForCommitIsCheckedAllTheSame() {
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create table team (id integer primary key)",
                "create table t (id integer primary key, team_id integer references team deferrable initially deferred)",
                "insert into t values (1, null)")) {
            Draft draft = Draft.of(shop.first("t")).with("team_id", Value.of(88));
            Violation violation = rejected(shop.store().dryRun(draft));
            assertThat(violation.kind()).isEqualTo(Violation.Kind.FOREIGN_KEY);
            assertThat(violation.columns()).containsExactly("team_id");
            Draft fresh = Draft.newRow(shop.id("t")).with("id", Value.of(2)).with("team_id", Value.of(88));
            assertThat(rejected(shop.store().dryRun(fresh)).columns()).containsExactly("team_id");
        }
    }

    private static Shop people(Engine engine) {
        return new Shop(
                engine,
                "create table \"team\" (\"id\" integer not null primary key, \"name\" varchar(20))",
                "create table \"person\" (\"id\" AUTOKEY, \"name\" varchar(20) default 'nobody', \"age\" integer,"
                        + " \"team_id\" integer,"
                        + " constraint \"of\" foreign key (\"team_id\") references \"team\" (\"id\"),"
                        + " constraint \"person_age\" check (\"age\" >= 0))",
                "insert into \"team\" values (1, 'Blue'), (2, 'Red')",
                "insert into \"person\" (\"name\", \"age\", \"team_id\") values ('Ana', 40, 1)");
    }

    private static Value secondTeam(Shop shop) {
        return shop.store()
                .find(shop.key("team", Row.of("id", Value.of(2))))
                .orElseThrow()
                .row()
                .get("name");
    }

    private static String[] renamingTheSecondTeam(Engine engine) {
        String renaming = "update team set name = 'changed' where id = 2";
        return switch (engine) {
            case H2 ->
                new String[] {
                    "create trigger \"neighbour\" after update on \"person\" for each row call '"
                            + NeighbourTrigger.class.getName() + "'"
                };
            case POSTGRESQL ->
                new String[] {
                    "create function neighbour() returns trigger language plpgsql as $$begin " + renaming
                            + "; return null; end$$",
                    "create trigger neighbour after update on person for each row execute function neighbour()"
                };
            case MARIADB -> new String[] {"create trigger neighbour after update on person for each row " + renaming};
            case SQLITE -> new String[] {"create trigger neighbour after update on person begin " + renaming + "; end"};
        };
    }

    private static Row fits(DryRunOutcome rehearsal) {
        assertThat(rehearsal).isInstanceOf(DryRunOutcome.Fits.class);
        return ((DryRunOutcome.Fits) rehearsal).row();
    }

    private static Outcome.Unwritten fails(DryRunOutcome rehearsal) {
        assertThat(rehearsal).isInstanceOf(DryRunOutcome.Fails.class);
        return ((DryRunOutcome.Fails) rehearsal).why();
    }

    private static Violation rejected(DryRunOutcome rehearsal) {
        assertThat(fails(rehearsal)).isInstanceOf(Outcome.Rejected.class);
        return ((Outcome.Rejected) fails(rehearsal)).violations().getFirst();
    }
}
