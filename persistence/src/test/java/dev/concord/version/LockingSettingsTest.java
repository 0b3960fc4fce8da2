package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingInput.Word;
import dev.concord.version.LockingSettings.Resolved;
import dev.concord.version.LockingSettings.Setting;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Command line over environment over file over default. */
class LockingSettingsTest {
    private static final TableId CUSTOMER = new TableId("public", "customer");
    private static final TableId ORDER = new TableId("public", "order");
    private static final LockingInput COMMAND_LINE = words(Source.COMMAND_LINE, "required");
    private static final LockingInput ENVIRONMENT =
            LockingInput.ofEnvironment(Map.of("OPT_LOCKING", "ignored", "OPT_LOCKING_ATTR", "rev", "PATH", "/bin"));
    private static final LockingInput FILE = words(Source.FILE, "optional");

    @Test
    void nothingSaidIsOptionalAndTheUsualAttribute() {
        LockingSettings settings = resolved();
        assertThat(settings).isEqualTo(LockingSettings.DEFAULT);
        assertThat(settings.mode()).isEqualTo(new Setting<>(LockingMode.OPTIONAL, Source.DEFAULT));
        assertThat(settings.attribute()).isEqualTo(new Setting<>("S_CheckSum", Source.DEFAULT));
    }

    @Test
    void theCommandLineComesBeforeTheEnvironmentAndThatBeforeTheFile() {
        assertThat(resolved(FILE, ENVIRONMENT, COMMAND_LINE).mode())
                .isEqualTo(new Setting<>(LockingMode.REQUIRED, Source.COMMAND_LINE));
        assertThat(resolved(FILE, ENVIRONMENT).mode())
                .isEqualTo(new Setting<>(LockingMode.IGNORED, Source.ENVIRONMENT));
        assertThat(resolved(FILE).mode()).isEqualTo(new Setting<>(LockingMode.OPTIONAL, Source.FILE));
    }

    @Test
    void eachSettingHasASourceOfItsOwn() {
        LockingSettings settings = resolved(COMMAND_LINE, ENVIRONMENT, FILE);
        assertThat(settings.mode().source()).isEqualTo(Source.COMMAND_LINE);
        assertThat(settings.attribute()).isEqualTo(new Setting<>("rev", Source.ENVIRONMENT));
    }

    @Test
    void aTablesOwnModeComesBeforeTheOneForAllInTheSameSource() {
        LockingSettings settings = resolved(forTable(Source.FILE, "customer", "required", Optional.of("ignored")));
        assertThat(settings.modeOf(CUSTOMER)).isEqualTo(new Setting<>(LockingMode.REQUIRED, Source.FILE));
        assertThat(settings.modeOf(ORDER)).isEqualTo(new Setting<>(LockingMode.IGNORED, Source.FILE));
    }

    @Test
    void aHigherSourceMeansEveryTableWhateverALowerOneSaysOfOne() {
        LockingSettings settings =
                resolved(COMMAND_LINE, forTable(Source.FILE, "customer", "ignored", Optional.empty()));
        assertThat(settings.modeOf(CUSTOMER)).isEqualTo(new Setting<>(LockingMode.REQUIRED, Source.COMMAND_LINE));
    }

    @Test
    void aTableNamedInAHigherSourceComesBeforeALowerOneForAll() {
        LockingSettings settings =
                resolved(forTable(Source.COMMAND_LINE, "public.customer", "required", Optional.empty()), ENVIRONMENT);
        assertThat(settings.modeOf(CUSTOMER).value()).isEqualTo(LockingMode.REQUIRED);
        assertThat(settings.modeOf(ORDER).value()).isEqualTo(LockingMode.IGNORED);
    }

    @Test
    void theSourceOfATablesModeComesBeforeHowItsNameIsWritten() {
        LockingSettings settings = resolved(
                forTable(Source.COMMAND_LINE, "CUSTOMER", "required", Optional.empty()),
                forTable(Source.FILE, "public.customer", "ignored", Optional.empty()));
        assertThat(settings.modeOf(CUSTOMER).value()).isEqualTo(LockingMode.REQUIRED);
    }

    @Test
    void inOneSourceTheClosestNameOfATableCounts() {
        LockingSettings settings = resolved(new LockingInput(
                Source.FILE,
                Optional.empty(),
                Optional.empty(),
                Map.of(
                        "customer", new Word("", "ignored"),
                        "public.customer", new Word("", "required"),
                        "PUBLIC.CUSTOMER", new Word("", "optional"))));
        assertThat(settings.modeOf(CUSTOMER).value()).isEqualTo(LockingMode.REQUIRED);
        assertThat(settings.modeOf(new TableId("sales", "customer")).value()).isEqualTo(LockingMode.IGNORED);
    }

    @Test
    void aModeThatIsNoneIsToldInOneSentence() {
        assertThat(LockingSettings.resolve(LockingInput.ofEnvironment(Map.of("OPT_LOCKING", "sometimes"))))
                .isEqualTo(new InvalidSetting("OPT_LOCKING=sometimes is none of ignored, optional, required."));
        assertThat(LockingSettings.resolve(forTable(Source.FILE, "customer", "never", Optional.empty())))
                .isEqualTo(new InvalidSetting("customer=never is none of ignored, optional, required."));
    }

    @Test
    void aModeThatIsNoneIsToldEvenWhereAHigherSourceWouldWin() {
        assertThat(LockingSettings.resolve(
                        COMMAND_LINE, LockingInput.ofEnvironment(Map.of("OPT_LOCKING", "sometimes"))))
                .isInstanceOf(InvalidSetting.class);
    }

    @Test
    void anAttributeThatIsNoNameIsTold() {
        assertThat(LockingSettings.resolve(LockingInput.ofEnvironment(Map.of("OPT_LOCKING_ATTR", "two words"))))
                .isEqualTo(new InvalidSetting(
                        "OPT_LOCKING_ATTR=two words is no name: it must start with a letter and go on"
                                + " with letters, digits, _ or -."));
    }

    @Test
    void caseAndSpacesDoNotMatterAndAnEmptyVariableSaysNothing() {
        assertThat(resolved(LockingInput.ofEnvironment(Map.of("OPT_LOCKING", " Required ")))
                        .mode()
                        .value())
                .isEqualTo(LockingMode.REQUIRED);
        assertThat(resolved(LockingInput.ofEnvironment(Map.of("OPT_LOCKING", "", "OPT_LOCKING_ATTR", " "))))
                .isEqualTo(LockingSettings.DEFAULT);
    }

    private static LockingSettings resolved(LockingInput... words) {
        return ((Resolved) LockingSettings.resolve(words)).settings();
    }

    private static LockingInput words(Source source, String mode) {
        return new LockingInput(source, Optional.of(new Word("", mode)), Optional.empty(), Map.of());
    }

    private static LockingInput forTable(Source source, String table, String mode, Optional<String> all) {
        return new LockingInput(
                source,
                all.map(m -> new Word(m, m)),
                Optional.empty(),
                Map.of(table, new Word(table + "=" + mode, mode)));
    }

    @Test
    void anAttributeMayHaveSpacesAroundItAndIsKeptWithout() {
        assertThat(resolved(LockingInput.ofEnvironment(Map.of("OPT_LOCKING_ATTR", " x_1-b ")))
                        .attribute()
                        .value())
                .isEqualTo("x_1-b");
    }

    @Test
    void ofSeveralModesThatAreNoneTheFirstByNameIsTold() {
        LockingInput two = new LockingInput(
                Source.FILE,
                Optional.of(new Word("locking=b", "b")),
                Optional.empty(),
                Map.of("t", new Word("locking.t=a", "a")));
        assertThat(LockingSettings.resolve(two))
                .isEqualTo(new InvalidSetting("locking.t=a is none of ignored, optional, required."));
    }

    /** Many tables, because one alone could find the right name by chance. */
    @Test
    void theClosestNameOfATableCountsInWhateverOrderTheNamesAreKept() {
        Map<String, Word> modes = new HashMap<>();
        Map<String, TableRule> rules = new HashMap<>();
        for (int i = 0; i < 50; i++) {
            modes.put("table" + i, new Word("", "ignored"));
            modes.put("public.table" + i, new Word("", "required"));
            rules.put("table" + i, new TableRule(Optional.empty(), Set.of("far"), Set.of()));
            rules.put("public.table" + i, new TableRule(Optional.empty(), Set.of("near"), Set.of()));
        }
        LockingSettings settings = resolved(new LockingInput(Source.FILE, Optional.empty(), Optional.empty(), modes));
        for (int i = 0; i < 50; i++) {
            TableId table = new TableId("public", "table" + i);
            assertThat(settings.modeOf(table).value()).isEqualTo(LockingMode.REQUIRED);
            assertThat(new TableRules(rules).of(table).orElseThrow().ignoredColumns())
                    .containsExactly("near");
        }
    }
}
