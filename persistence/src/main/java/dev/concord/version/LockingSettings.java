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
 * Whether writes must carry a token, and where that was said. The command line comes before the environment, the
 * environment before the file, the file before the default. Only within one source does a table's own mode come before
 * the one for every table: {@code --locking required} means all of them. Immutable.
 *
 * @param mode for every table
 * @param attribute the name of the attribute that carries a token where rows travel as documents
 * @param tables a mode for one table, by its name with or without its schema; the same table may have several names
 */
public record LockingSettings(
        Setting<LockingMode> mode, Setting<String> attribute, Map<String, Setting<LockingMode>> tables) {

    /** Nothing said: {@code optional}, and {@code S_CheckSum}. */
    public static final LockingSettings DEFAULT = new LockingSettings(
            new Setting<>(LockingMode.OPTIONAL, Source.DEFAULT), new Setting<>("S_CheckSum", Source.DEFAULT), Map.of());

    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9_-]*");

    /**
     * What holds, and since where.
     *
     * @param value what holds
     * @param source who said so
     */
    public record Setting<T>(T value, Source source) {}

    /** What became of the words. */
    public sealed interface Resolution permits Resolved, InvalidSetting {}

    /** All of them were understood. */
    public record Resolved(LockingSettings settings) implements Resolution {}

    public LockingSettings {
        tables = Map.copyOf(tables);
    }

    /**
     * Understands what was said, wherever. A word that cannot be understood is told even where another source would win.
     *
     * @param said the sources, in any order; one that is not given says nothing
     */
    public static Resolution resolve(LockingInput... said) {
        List<LockingInput> sources = new ArrayList<>(List.of(said));
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

    /** Returns one table's mode, and where it was said. */
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
