package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingSettings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a person confirmed, a file rules and a run sets, one over the other. */
class PoliciesTest {
    private static final TableId CUSTOMER = new TableId("public", "customer");
    private static final TableId ORDER = new TableId("public", "order");
    private static final Guard COUNTER = new Guard.ByColumn("version", VersionKind.INTEGER);

    @Test
    void aPoliciesOwnModeHoldsWhileNothingButTheDefaultSpeaks() {
        Policies policies = Policies.DEFAULT.with(CUSTOMER, TablePolicy.DEFAULT.withMode(LockingMode.REQUIRED));
        assertThat(policies.of(CUSTOMER).mode()).isEqualTo(LockingMode.REQUIRED);
        assertThat(policies.withModes(mode(LockingMode.IGNORED, Source.FILE))
                        .of(CUSTOMER)
                        .mode())
                .isEqualTo(LockingMode.IGNORED);
    }

    @Test
    void aFilesRuleComesBeforeWhatWasConfirmed() {
        Policies policies = Policies.DEFAULT
                .with(CUSTOMER, TablePolicy.DEFAULT.withGuard(COUNTER))
                .withRules(rule("customer", new Guard.ByDigest()));
        assertThat(policies.of(CUSTOMER).guard()).isEqualTo(new Guard.ByDigest());
        assertThat(policies.of(ORDER)).isEqualTo(TablePolicy.DEFAULT);
    }

    @Test
    void whatHoldsForOneRunIsNotKeptWithAGuardThatIsConfirmed() {
        Policies policies = Policies.DEFAULT
                .withModes(mode(LockingMode.IGNORED, Source.COMMAND_LINE))
                .withRules(
                        new TableRules(Map.of("customer", new TableRule(Optional.empty(), Set.of("seen"), Set.of()))))
                .withGuard(CUSTOMER, COUNTER);
        assertThat(policies.byTable()).isEqualTo(Map.of(CUSTOMER, TablePolicy.DEFAULT.withGuard(COUNTER)));
        assertThat(policies.of(CUSTOMER).mode()).isEqualTo(LockingMode.IGNORED);
        assertThat(policies.of(CUSTOMER).ignoredColumns()).containsExactly("seen");
    }

    @Test
    void aTableIsSettledByAPersonOrByAFileThatNamesItsGuard() {
        assertThat(Policies.DEFAULT.settled(CUSTOMER)).isFalse();
        assertThat(Policies.DEFAULT.withGuard(CUSTOMER, COUNTER).settled(CUSTOMER))
                .isTrue();
        assertThat(Policies.DEFAULT.withRules(rule("PUBLIC.CUSTOMER", COUNTER)).settled(CUSTOMER))
                .isTrue();
        assertThat(Policies.DEFAULT
                        .withRules(new TableRules(
                                Map.of("customer", new TableRule(Optional.empty(), Set.of("seen"), Set.of()))))
                        .settled(CUSTOMER))
                .isFalse();
    }

    @Test
    void aRuleIsForItsTableOnly() {
        Policies policies = Policies.DEFAULT.withRules(rule("customer", COUNTER));
        assertThat(policies.of(CUSTOMER).guard()).isEqualTo(COUNTER);
        assertThat(policies.of(ORDER)).isEqualTo(TablePolicy.DEFAULT);
        assertThat(policies.settled(ORDER)).isFalse();
    }

    @Test
    void namesThatMeanNoTableAreFound() {
        LockingSettings modes = new LockingSettings(
                LockingSettings.DEFAULT.mode(),
                LockingSettings.DEFAULT.attribute(),
                Map.of(
                        "Order",
                        new Setting<>(LockingMode.REQUIRED, Source.FILE),
                        "odrer",
                        new Setting<>(LockingMode.REQUIRED, Source.FILE)));
        Policies policies = Policies.DEFAULT.withModes(modes).withRules(rule("public.custmer", COUNTER));
        assertThat(policies.namesOfNone(List.of(CUSTOMER, ORDER))).containsExactly("odrer", "public.custmer");
    }

    private static LockingSettings mode(LockingMode mode, Source source) {
        return new LockingSettings(new Setting<>(mode, source), LockingSettings.DEFAULT.attribute(), Map.of());
    }

    private static TableRules rule(String table, Guard guard) {
        return new TableRules(Map.of(table, new TableRule(Optional.of(guard), Set.of(), Set.of())));
    }

    @Test
    void whatEverybodyAgreedComesBeforeWhatOneConfirmedAndAFileBeforeBoth() {
        Guard digest = new Guard.ByDigest();
        Policies confirmed = Policies.DEFAULT.with(
                CUSTOMER, TablePolicy.DEFAULT.withGuard(digest).ignoring("seen"));
        Policies agreed = confirmed.withAgreed(Map.of(CUSTOMER, COUNTER));
        assertThat(agreed.of(CUSTOMER))
                .isEqualTo(TablePolicy.DEFAULT.withGuard(COUNTER).ignoring("seen"));
        assertThat(agreed.of(ORDER)).isEqualTo(TablePolicy.DEFAULT);
        assertThat(agreed.withRules(rule("customer", digest)).of(CUSTOMER).guard())
                .isEqualTo(digest);
    }

    @Test
    void whatOneConfirmedDiffersFromWhatEverybodyAgreedOnlyWhereBothAreThere() {
        Policies confirmed = Policies.DEFAULT.withGuard(CUSTOMER, new Guard.ByDigest());
        assertThat(confirmed.withAgreed(Map.of(CUSTOMER, COUNTER)).differs(CUSTOMER))
                .isTrue();
        assertThat(confirmed.withAgreed(Map.of(CUSTOMER, new Guard.ByDigest())).differs(CUSTOMER))
                .isFalse();
        assertThat(confirmed.differs(CUSTOMER)).isFalse();
        assertThat(Policies.DEFAULT.withAgreed(Map.of(CUSTOMER, COUNTER)).differs(CUSTOMER))
                .isFalse();
    }

    @Test
    void columnsThatNeverConflictAreConfirmedBesideTheGuard() {
        Policies policies = Policies.DEFAULT.withGuard(CUSTOMER, COUNTER).withIgnored(CUSTOMER, Set.of("seen"));
        assertThat(policies.byTable())
                .isEqualTo(
                        Map.of(CUSTOMER, TablePolicy.DEFAULT.withGuard(COUNTER).ignoring("seen")));
        assertThat(policies.withIgnored(CUSTOMER, Set.of()).of(CUSTOMER).ignoredColumns())
                .isEmpty();
    }

    @Test
    void aTableWithAVersionIsUndecidedUntilSomebodyDecides() {
        Table table = Tables.of(
                "customer",
                Tables.column("id", "int", ValueKind.INTEGER, 10, 0),
                Tables.column("version", "int", ValueKind.INTEGER, 10, 0));
        assertThat(Policies.DEFAULT.undecided(table))
                .map(GuardProposal::column)
                .contains(table.columns().getLast());
        assertThat(Policies.DEFAULT.withGuard(table.id(), new Guard.ByDigest()).undecided(table))
                .isEmpty();
        assertThat(Policies.DEFAULT.withAgreed(Map.of(table.id(), COUNTER)).undecided(table))
                .isEmpty();
        assertThat(Policies.DEFAULT.withAgreed(Map.of(table.id(), COUNTER)).settled(table.id()))
                .isTrue();
    }

    @Test
    void aLayerThatIsSetLeavesTheOthersAsTheyAre() {
        Policies all = Policies.DEFAULT
                .withRules(rule("order", COUNTER))
                .withModes(mode(LockingMode.REQUIRED, Source.COMMAND_LINE))
                .withAgreed(Map.of(CUSTOMER, COUNTER))
                .with(ORDER, TablePolicy.DEFAULT.ignoring("seen"));
        assertThat(all.of(CUSTOMER))
                .isEqualTo(TablePolicy.DEFAULT.withGuard(COUNTER).withMode(LockingMode.REQUIRED));
        assertThat(all.of(ORDER))
                .isEqualTo(TablePolicy.DEFAULT
                        .withGuard(COUNTER)
                        .withMode(LockingMode.REQUIRED)
                        .ignoring("seen"));
    }
}
