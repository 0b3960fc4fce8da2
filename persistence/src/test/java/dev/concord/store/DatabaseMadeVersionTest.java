package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.GuardProposal;
import dev.concord.version.TableGuard;
import dev.concord.version.TablePolicy;
import dev.concord.version.Weakness;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Versions that the database changes itself: they are never assigned, but compared like others. */
@LockingContract
class DatabaseMadeVersionTest {
    private static final Guard BY_DATABASE = new Guard.ByColumn("version", VersionKind.DATABASE);

    @OnEveryEngine
    void aTriggerMovesTheVersionOnceForEachWriteAndItIsReadBack(Engine engine) {
        try (Shop shop = counted(engine)) {
            Snapshot inserted = shop.inserted(Draft.newRow(shop.id("t")).with("id", Value.of(1)));
            assertThat(inserted.row().get("version")).isEqualTo(Value.of(1));
            assertThat(inserted.token()).contains(new VersionToken.OfColumn(Value.of(1)));
            Snapshot saved = shop.saved(Draft.of(inserted).with("n", Value.of(5)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(2));
            assertThat(saved.row()).isEqualTo(shop.first("t").row());
            assertThat(shop.saved(Draft.of(saved).with("n", Value.of(6))).row().get("version"))
                    .isEqualTo(Value.of(3));
        }
    }

    @OnEveryEngine
    void aColleaguesWriteIsNoticedByTheVersionTheTriggerMoved(Engine engine) {
        try (Shop shop = counted(engine)) {
            Snapshot base = shop.inserted(Draft.newRow(shop.id("t")).with("id", Value.of(1)));
            shop.sql("update \"t\" set \"n\" = 7");
            assertThat(shop.store().save(Draft.of(base).with("n", Value.of(5)))).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.store().delete(base)).isInstanceOf(Outcome.Stale.class);
            assertThat(shop.first("t").row().get("n")).isEqualTo(Value.of(7));
        }
    }

    @OnEveryEngine
    void aGeneratedVersionIsHelpedByTheDigestBecauseItMissesOtherColumns(Engine engine) {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"m\" integer,"
                                + " \"version\" integer generated always as (\"n\" * 10) STORED)",
                        "insert into \"t\" (\"id\", \"n\", \"m\") values (1, 1, 1)")
                .guardedBy("t", BY_DATABASE)) {
            Draft mine = Draft.of(shop.first("t")).with("n", Value.of(2));
            shop.sql("update \"t\" set \"m\" = 9");
            assertThat(shop.store().save(mine)).isInstanceOf(Outcome.Stale.class);
            Snapshot saved = shop.saved(Draft.of(shop.first("t")).with("n", Value.of(3)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(30));
            assertThat(TableGuard.of(TablePolicy.DEFAULT.withGuard(BY_DATABASE), shop.table("t"))
                            .doubledBecause())
                    .contains(Weakness.COMPUTED);
        }
    }

    /** The digest proves the row unchanged, so a version that does not change prevents no save. */
    @OnEveryEngine
    void aVersionThatStandsStillDoesNotMatterWhereTheDigestProves(Engine engine) {
        try (Shop shop = new Shop(
                        engine,
                        "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"m\" integer,"
                                + " \"version\" integer generated always as (\"n\" * 10) STORED)",
                        "insert into \"t\" (\"id\", \"n\", \"m\") values (1, 1, 1)")
                .guardedBy("t", BY_DATABASE)) {
            Snapshot saved = shop.saved(Draft.of(shop.first("t")).with("m", Value.of(2)));
            assertThat(saved.row().get("version")).isEqualTo(Value.of(10));
            assertThat(shop.store().increment(saved.key(), "m", BigDecimal.ONE)).isInstanceOf(Outcome.Saved.class);
            Draft batched = Draft.of(shop.first("t")).with("m", Value.of(4));
            assertThat(shop.store()
                            .saveAll(List.of(batched), BatchPolicy.ABORT_ALL)
                            .complete())
                    .isTrue();
            assertThat(shop.first("t").row().get("m")).isEqualTo(Value.of(4));
        }
    }

    /** With nothing but such a version the row would look as before, so the write is taken back. */
    @OnEveryEngine
    void aVersionThatStandsStillIsToldWhereItAloneProves(Engine engine) {
        try (Shop shop = counted(engine)) {
            Snapshot base = shop.inserted(Draft.newRow(shop.id("t")).with("id", Value.of(1)));
            shop.sql("drop trigger \"counting\"" + (engine == Engine.POSTGRESQL ? " on \"t\"" : ""));
            assertThat(shop.store().save(Draft.of(base).with("n", Value.of(5))))
                    .isEqualTo(new Outcome.Refused(Outcome.Refused.Reason.VERSION_STOOD_STILL, "1"));
            assertThat(shop.first("t").row()).isEqualTo(base.row());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"MARIADB", "H2"})
    void aTimeSetOnEveryUpdateNeedsNoDecisionAndIsCompared(Engine engine) {
        String type = engine == Engine.H2 ? "timestamp(6)" : "datetime(6)";
        try (Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"n\" integer, \"touched\" " + type
                        + " not null default current_timestamp(6) on update current_timestamp(6))",
                "insert into \"t\" (\"id\", \"n\") values (1, 1)")) {
            assertThat(GuardProposal.find(shop.table("t"))).isEmpty();
            shop.guardedBy("t", new Guard.ByColumn("touched", VersionKind.DATABASE));
            Draft stale = Draft.of(shop.first("t")).with("n", Value.of(2));
            Snapshot saved = shop.saved(Draft.of(shop.first("t")).with("n", Value.of(3)));
            assertThat(saved.token()).isEqualTo(shop.first("t").token());
            assertThat(shop.store().save(stale)).isInstanceOf(Outcome.Stale.class);
        }
    }

    private static Shop counted(Engine engine) {
        Shop shop = new Shop(
                engine,
                "create table \"t\" (\"id\" integer not null primary key, \"n\" integer,"
                        + " \"version\" integer default 0 not null)");
        shop.sql(CountingTrigger.on("t", engine));
        return shop.guardedBy("t", BY_DATABASE);
    }
}
