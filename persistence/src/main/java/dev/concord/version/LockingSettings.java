package dev.concord.version;

import dev.concord.catalog.TableId;
import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingInput.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether writes must carry a token, and where that was set. The command line comes before the environment, the environment
 * before the file, the file before the default. Within one source a table's own mode comes before the one for all tables, but
 * not across sources: {@code --locking required} means all of them. Immutable.
 *
 * @param mode for every table
 * @param attribute the name of the attribute that carries a token where rows travel as documents
 * @param tables a mode for one table, by its name with or without its schema; the same table may have several names
 */
public record LockingSettings(
        Setting<LockingMode> mode, Setting<String> attribute, Map<String, Setting<LockingMode>> tables) {

    /** The defaults: {@code optional}, and {@code S_CheckSum}. */
    public static final LockingSettings DEFAULT = new LockingSettings(
            new Setting<>(LockingMode.OPTIONAL, Source.DEFAULT), new Setting<>("S_CheckSum", Source.DEFAULT), Map.of());

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /**
     * A setting and its source.
     *
     * @param value the value that applies
     * @param source where it was given
     */
    public record Setting<T>(T value, Source source) {}

    /** The result of parsing the settings. */
    public sealed interface Resolution permits Resolved, InvalidSetting {}

    /** All of them are valid. */
    public record Resolved(LockingSettings settings) implements Resolution {}

    public LockingSettings {
        tables = Map.copyOf(tables);
    }

    /**
     * Parses the settings of all sources. An invalid one is reported even where another source takes precedence.
     *
     * @param given the sources, in any order; a source that is missing has no settings
     */
    public static Resolution resolve(LockingInput... given) {
        List<LockingInput> sources = new ArrayList<>(List.of(given));
        sources.sort(Comparator.comparing(LockingInput::source));
        Optional<InvalidSetting> unreadable =
                sources.stream().flatMap(words -> unreadable(words).stream()).findFirst();
        if (unreadable.isPresent()) {
            return unreadable.get();
        }
        Map<String, Setting<LockingMode>> tables = new HashMap<>();
        for (LockingInput words : sources) {
            words.tables()
                    .forEach((table, word) ->
                            tables.putIfAbsent(table, new Setting<>(mode(word).orElseThrow(), words.source())));
        }
        return new Resolved(new LockingSettings(
                first(sources, words -> words.mode().flatMap(LockingSettings::mode))
                        .orElse(DEFAULT.mode()),
                first(sources, words -> words.attribute()
                                .map(word -> word.value().strip()))
                        .orElse(DEFAULT.attribute()),
                tables));
    }

    /** Returns one table's mode, and where it was set. */
    public Setting<LockingMode> modeOf(TableId table) {
        return tables.entrySet().stream()
                .filter(entry -> TableName.names(entry.getKey(), table))
                .min(Comparator.comparing((Map.Entry<String, Setting<LockingMode>> entry) ->
                                entry.getValue().source())
                        .thenComparingInt(entry -> TableName.closeness(entry.getKey(), table)))
                .map(Map.Entry::getValue)
                .filter(own -> own.source().compareTo(mode.source()) <= 0)
                .orElse(mode);
    }

    private static <T> Optional<Setting<T>> first(
            List<LockingInput> sources, Function<LockingInput, Optional<T>> what) {
        return sources.stream()
                .flatMap(words -> what.apply(words).map(value -> new Setting<>(value, words.source())).stream())
                .findFirst();
    }

    private static Optional<InvalidSetting> unreadable(LockingInput words) {
        Set<Word> modes = new TreeSet<>(Comparator.comparing(Word::written));
        modes.addAll(words.tables().values());
        words.mode().ifPresent(modes::add);
        return modes.stream()
                .filter(word -> mode(word).isEmpty())
                .findFirst()
                .map(word -> new InvalidSetting(word.written() + " is none of " + modes() + "."))
                .or(() -> words.attribute()
                        .filter(word -> !ATTRIBUTE.matcher(word.value().strip()).matches())
                        .map(word -> new InvalidSetting(word.written()
                                + " is no name: it must start with a letter and go on with letters, digits, _ or -.")));
    }

    private static Optional<LockingMode> mode(Word word) {
        String name = word.value().strip().toUpperCase(Locale.ROOT);
        return List.of(LockingMode.values()).stream()
                .filter(mode -> mode.name().equals(name))
                .findFirst();
    }

    private static String modes() {
        return List.of(LockingMode.values()).stream()
                .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
