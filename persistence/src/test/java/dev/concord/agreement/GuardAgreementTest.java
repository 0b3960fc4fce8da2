package dev.concord.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Guard;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.Policies;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one installation has decided about a table is found by every other one, if somebody wants that. */
class GuardAgreementTest {
    private static final TableId NOTE = new TableId("shop", "note");
    private static final Guard.ByColumn VERSION = new Guard.ByColumn("Version \"1\"", VersionKind.INTEGER);

    @ParameterizedTest
    @EnumSource
    void nothingIsAgreedAndNoTableIsMadeBeforeSomebodyAsks(Engine engine) {
        try (Database database = TestDatabase.open(engine.freshDatabase())) {
            assertThat(agreed(database)).isEqualTo(Policies.DEFAULT);
            assertThat(agreed(database)).isEqualTo(Policies.DEFAULT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyDecisionIsFoundByOthers(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        try (Database one = TestDatabase.open(settings);
                Database other = TestDatabase.open(settings)) {
            List<Guard> guards = List.of(
                    new Guard.ByDigest(),
                    new Guard.ByBoth(VERSION),
                    VERSION,
                    new Guard.ByColumn("t", VersionKind.DATABASE));
            for (int i = 0; i < guards.size(); i++) {
                TableId table = new TableId("", "table " + i);
                assertThat(new GuardAgreement(one).agree(table, guards.get(i)))
                        .isEqualTo(new AgreementOutcome.Agreed());
                assertThat(agreed(other).of(table).guard()).isEqualTo(guards.get(i));
                assertThat(agreed(other).settled(table)).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherDecisionIsToldAndLeftAsItIs(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        try (Database one = TestDatabase.open(settings);
                Database other = TestDatabase.open(settings)) {
            new GuardAgreement(one).agree(NOTE, new Guard.ByBoth(VERSION));
            assertThat(new GuardAgreement(other).agree(NOTE, new Guard.ByBoth(VERSION)))
                    .isEqualTo(new AgreementOutcome.Agreed());
            assertThat(new GuardAgreement(other).agree(NOTE, new Guard.ByDigest()))
                    .isEqualTo(new AgreementOutcome.Differs(new Guard.ByBoth(VERSION)));
            Policies mine = Policies.DEFAULT.withGuard(NOTE, new Guard.ByDigest());
            Policies here = new GuardAgreement(other).over(mine);
            assertThat(here.of(NOTE).guard()).isEqualTo(new Guard.ByBoth(VERSION));
            assertThat(here.differs(NOTE)).isTrue();
            assertThat(here.byTable()).isEqualTo(mine.byTable());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whoMayNotWriteIsToldSo(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        DatabaseSettings readOnly =
                new DatabaseSettings(settings.address(), settings.user(), settings.password(), true);
        try (Database database = TestDatabase.open(readOnly)) {
            assertThat(new GuardAgreement(database).agree(NOTE, VERSION))
                    .isInstanceOf(AgreementOutcome.NotPermitted.class);
            assertThat(agreed(database)).isEqualTo(Policies.DEFAULT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRowThatIsNotUnderstoodIsNotTakenForADecision(Engine engine) {
        try (Database database = TestDatabase.open(engine.freshDatabase())) {
            new GuardAgreement(database).agree(NOTE, VERSION);
            TestDatabase.execute(
                    database,
                    "update concord_guard set guard = 'by vote'",
                    "insert into concord_guard values" + " ('', 'other', 'both', null, 'integer')");
            assertThat(agreed(database)).isEqualTo(Policies.DEFAULT);
        }
    }

    private static Policies agreed(Database database) {
        return new GuardAgreement(database).over(Policies.DEFAULT);
    }
}
