package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.TableId;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.MergeRules;
import dev.concord.merge.Merging;
import dev.concord.store.BatchPolicy;
import dev.concord.ui.text.Language;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.ThemeChoice;
import dev.concord.version.Guard;
import dev.concord.version.LockingMode;
import dev.concord.version.TablePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    private static final DatabaseSettings SHOP = new DatabaseSettings(
            "postgresql://ada:hunter22@db/shop?password=hunter22", "ada", new Secret("hunter22"), true);
    private static final Guard.ByColumn VERSION = new Guard.ByColumn("version", Guard.VersionKind.INTEGER);

    @TempDir
    Path folder;

    private Path json;
    private SettingsFile file;

    @BeforeEach
    void open() {
        json = folder.resolve("deeper/settings.json");
        file = new SettingsFile(folder.resolve("deeper"), Texts.of(Locale.UK));
    }

    @Test
    void theLanguageIsKeptAndIsThatOfTheComputerBefore() throws IOException {
        assertThat(file.load().settings().language()).isEqualTo(Language.SYSTEM);
        file.update(settings -> settings.withLanguage(Language.FRENCH));
        assertThat(file.load().settings().language()).isEqualTo(Language.FRENCH);
    }

    @Test
    void theFirstStartHasTheDefaultsAndNothingToTell() {
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(Settings.DEFAULT, ""));
    }

    @Test
    void everythingWrittenIsReadAgain() throws IOException {
        Settings settings = Settings.DEFAULT
                .withTheme(ThemeChoice.HIGH_CONTRAST)
                .withSaving(BatchPolicy.ABORT_ALL)
                .withWindow(new WindowPlace(1000, 700, true, List.of(205.0, 435.0)))
                .withRecent(new Recent("/tmp/a.sqlite", "", false))
                .withRecent(Recent.of(SHOP))
                .withPolicy(SHOP, new TableId("public", "order"), TablePolicy.DEFAULT.withGuard(VERSION))
                .withPolicy(SHOP, new TableId("public", "x"), TablePolicy.DEFAULT.withGuard(new Guard.ByBoth(VERSION)))
                .withPolicy(
                        DatabaseSettings.of("a"),
                        new TableId("", "t"),
                        new TablePolicy(LockingMode.REQUIRED, new Guard.ByDigest(), Set.of("seen", "by")))
                .withPolicy(SHOP, new TableId("public", "y"), TablePolicy.DEFAULT.withGuard(new Guard.ByDigest()))
                .withPolicy(
                        SHOP,
                        new TableId("public", "z"),
                        TablePolicy.DEFAULT
                                .withGuard(new Guard.ByColumn("touched", Guard.VersionKind.DATABASE))
                                .comparingOnly("price", "currency"))
                .withMerging(
                        SHOP,
                        Merging.DEFAULT.with(
                                new TableId("public", "z"),
                                MergeRules.DEFAULT
                                        .withAutomatic(MergeRules.Automatic.NOTHING)
                                        .withGroups(List.of(new ColumnGroup(
                                                ColumnGroup.Origin.CONFIGURED, "", List.of("price", "currency"))))
                                        .with(
                                                "stock",
                                                ColumnRule.of(ColumnRule.Form.WHOLE)
                                                        .adding(ColumnRule.Adding.OFFERED))));

        assertThat(file.update(ignored -> settings)).isEqualTo(settings);
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(settings, ""));
    }

    @Test
    void aGuardByAFunctionIsNotKeptBecauseAFileCannotHoldOne() throws IOException {
        TableId order = new TableId("public", "order");
        file.update(settings -> settings.withPolicy(
                        SHOP, order, TablePolicy.DEFAULT.withGuard(new Guard.ByFunction("version", old -> old)))
                .withTheme(ThemeChoice.DARK));

        assertThat(file.load().settings()).isEqualTo(Settings.DEFAULT.withTheme(ThemeChoice.DARK));
    }

    @Test
    void noPasswordReachesTheFile() throws IOException {
        file.update(settings -> settings.withRecent(Recent.of(SHOP))
                .withPolicy(SHOP, new TableId("public", "order"), TablePolicy.DEFAULT));

        assertThat(Files.readString(json)).doesNotContain("hunter22").contains("ada", "db/shop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"theme\":",
                "[]",
                "{\"theme\": \"PINK\"}",
                "{\"recent\": {}}",
                "{\"recent\": [{\"user\": \"ada\"}]}",
                "{\"merging\": [{\"database\": \"a\", \"schema\": \"\", \"table\": \"t\","
                        + " \"automatic\": \"SOMETIMES\"}]}",
                "{\"policies\": [{\"database\": \"a\", \"schema\": \"\", \"table\": \"t\", \"mode\": \"REQUIRED\","
                        + " \"guard\": \"luck\", \"ignoredColumns\": []}]}"
            })
    void aDamagedFileIsSetAsideAndTold(String content) throws IOException {
        Files.createDirectories(json.getParent());
        Files.writeString(json, content);

        SettingsFile.Loaded loaded = file.load();

        assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
        assertThat(loaded.notice()).contains("settings.json.broken");
        assertThat(json.resolveSibling("settings.json.broken")).hasContent(content);
        assertThat(json).doesNotExist();
        assertThat(file.load().notice()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreSetAsideToo() throws IOException {
        Files.createDirectories(json.getParent());
        Files.write(json, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(file.load().notice()).contains("settings.json.broken");
    }

    @Test
    void whatCannotBeReadIsNeverOverwritten() throws IOException {
        Files.createDirectories(json.resolve("in the way"));

        assertThat(file.load().notice()).contains("could not be read");
        assertThatThrownBy(() -> file.update(settings -> settings)).isInstanceOf(IOException.class);
        assertThat(json.resolve("in the way")).exists();
    }

    @Test
    void aChangeKeepsWhatAnotherWindowWrote() throws IOException {
        SettingsFile other = new SettingsFile(folder.resolve("deeper"), Texts.of(Locale.UK));
        file.update(settings -> settings.withTheme(ThemeChoice.DARK));
        other.update(settings -> settings.withRecent(new Recent("a", "", true)));

        assertThat(file.load().settings().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(file.load().settings().recents()).hasSize(1);
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextChange() throws IOException {
        Files.createDirectories(json);
        assertThatThrownBy(() -> file.update(settings -> settings.withTheme(ThemeChoice.DARK)))
                .isInstanceOf(IOException.class);
        Files.delete(json);
        file.update(settings -> settings.withRecent(new Recent("a", "", true)));
        assertThat(file.load().settings().theme()).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void aChangeThatFailsIsNotTriedAgain() throws IOException {
        assertThatThrownBy(() -> file.update(settings -> {
                    throw new IllegalStateException("by the test");
                }))
                .isInstanceOf(IllegalStateException.class);
        file.update(settings -> settings.withTheme(ThemeChoice.DARK));
        assertThat(file.load().settings().theme()).isEqualTo(ThemeChoice.DARK);
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        file.update(settings -> settings);
        file.update(settings -> settings.withTheme(ThemeChoice.DARK));

        try (var files = Files.list(json.getParent())) {
            assertThat(files).containsExactly(json);
        }
    }
}
