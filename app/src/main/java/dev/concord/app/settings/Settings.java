package dev.concord.app.settings;

import dev.concord.app.layout.Layouts;
import dev.concord.catalog.TableId;
import dev.concord.database.DatabaseSettings;
import dev.concord.merge.Merging;
import dev.concord.store.BatchPolicy;
import dev.concord.ui.text.Language;
import dev.concord.ui.theme.ThemeChoice;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Concord remembers between two starts. Immutable: every change is a new value.
 *
 * @param theme the look, or that it is the one of the computer
 * @param language the language of the words in windows opened from now on
 * @param window how the window was left
 * @param recents databases opened before, latest first, at most {@value #MOST_RECENTS}
 * @param policies how each database's tables are guarded, as a person confirmed it, by the database's address without
 *     password
 * @param merging how each database's rows are merged, by the same address
 * @param saving how many records are saved at once; empty before it was chosen
 * @param layouts how the tables of each database are looked at, by the same address
 */
public record Settings(
        ThemeChoice theme,
        Language language,
        WindowPlace window,
        List<Recent> recents,
        Map<String, Policies> policies,
        Map<String, Merging> merging,
        Optional<BatchPolicy> saving,
        Layouts layouts) {
    /** How many databases are remembered. */
    public static final int MOST_RECENTS = 10;

    /** As on the first start. */
    public static final Settings DEFAULT = new Settings(
            ThemeChoice.SYSTEM,
            Language.SYSTEM,
            WindowPlace.DEFAULT,
            List.of(),
            Map.of(),
            Map.of(),
            Optional.empty(),
            Layouts.DEFAULT);

    public Settings {
        recents = recents.stream().limit(MOST_RECENTS).toList();
        policies = Map.copyOf(policies);
        merging = Map.copyOf(merging);
    }

    /** Returns these settings with another look. */
    public Settings withTheme(ThemeChoice other) {
        return new Settings(other, language, window, recents, policies, merging, saving, layouts);
    }

    /** Returns these settings with another language. */
    public Settings withLanguage(Language other) {
        return new Settings(theme, other, window, recents, policies, merging, saving, layouts);
    }

    /** Returns these settings with the window left differently. */
    public Settings withWindow(WindowPlace other) {
        return new Settings(theme, language, other, recents, policies, merging, saving, layouts);
    }

    /** Returns these settings with another way to save many records at once. */
    public Settings withSaving(BatchPolicy chosen) {
        return new Settings(theme, language, window, recents, policies, merging, Optional.of(chosen), layouts);
    }

    /** Returns these settings with a database as the latest; opened before, it moves to the front. */
    public Settings withRecent(Recent latest) {
        Stream<Recent> others = recents.stream().filter(other -> !other.sameDatabase(latest));
        return new Settings(
                theme,
                language,
                window,
                Stream.concat(Stream.of(latest), others).toList(),
                policies,
                merging,
                saving,
                layouts);
    }

    /** Returns these settings without a database among the recent ones. */
    public Settings withoutRecent(Recent forgotten) {
        return new Settings(
                theme,
                language,
                window,
                recents.stream().filter(other -> !other.sameDatabase(forgotten)).toList(),
                policies,
                merging,
                saving,
                layouts);
    }

    /** Returns what was confirmed for a database's tables. */
    public Policies policiesOf(DatabaseSettings database) {
        return policies.getOrDefault(database.safeAddress(), Policies.DEFAULT);
    }

    /** Returns these settings with one table's policy confirmed. */
    public Settings withPolicy(DatabaseSettings database, TableId table, TablePolicy policy) {
        Map<String, Policies> changed = new HashMap<>(policies);
        changed.put(database.safeAddress(), policiesOf(database).with(table, policy));
        return new Settings(theme, language, window, recents, changed, merging, saving, layouts);
    }

    /** Returns how the rows of a database's tables are merged. */
    public Merging mergingOf(DatabaseSettings database) {
        return merging.getOrDefault(database.safeAddress(), Merging.DEFAULT);
    }

    /** Returns these settings with the rules of one database's tables. */
    public Settings withMerging(DatabaseSettings database, Merging rules) {
        Map<String, Merging> changed = new HashMap<>(merging);
        changed.put(database.safeAddress(), rules);
        return new Settings(theme, language, window, recents, policies, changed, saving, layouts);
    }

    /** Returns these settings with tables looked at in another way. */
    public Settings withLayouts(Layouts other) {
        return new Settings(theme, language, window, recents, policies, merging, saving, other);
    }
}
