package dev.concord.version;

import dev.concord.version.Guard.VersionKind;
import dev.concord.version.LockingInput.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a policies file that are about one table. */
final class TableLines {
    private static final String MODE = "locking";
    private static final String VERSION = "version";
    private static final String CHECKSUM = "checksum";

    /** The word of earlier versions for {@link #CHECKSUM} in PostgreSQL. */
    private static final String XMIN = "xmin";

    private static final String EVERY_WRITER = "every-writer";
    private static final String IGNORE = "ignore";
    private static final String INCLUDE = "include";
    private static final Set<String> KNOWN = Set.of(MODE, VERSION, EVERY_WRITER, CHECKSUM, IGNORE, INCLUDE);

    private final String table;
    private final Map<String, String> lines = new TreeMap<>();

    TableLines(String table) {
        this.table = table;
    }

    /** The result of parsing them. */
    sealed interface Result {}

    /** All are valid. */
    record Valid(TableRule rule) implements Result {}

    /** One is not valid; the sentence says which. */
    record Invalid(String sentence) implements Result {}

    String table() {
        return table;
    }

    void put(String setting, String value) {
        lines.put(setting.equals(XMIN) ? CHECKSUM : setting, value);
    }

    Optional<Word> mode() {
        return Optional.ofNullable(lines.get(MODE)).map(value -> new Word(written(MODE), value));
    }

    Result read() {
        Optional<String> unknown =
                lines.keySet().stream().filter(name -> !KNOWN.contains(name)).findFirst();
        if (unknown.isPresent()) {
            return new Invalid(key(unknown.get()) + " is no setting of a policies file.");
        }
        if (!columns(IGNORE).isEmpty() && !columns(INCLUDE).isEmpty()) {
            return new Invalid(key(IGNORE) + " and " + key(INCLUDE) + " are both given; only one of them may be.");
        }
        Optional<String> unclear = Stream.of(CHECKSUM, EVERY_WRITER)
                .filter(name -> !word(name).equals("true") && !word(name).equals("false"))
                .findFirst();
        if (unclear.isPresent()) {
            return new Invalid(written(unclear.get()) + " is neither true nor false.");
        }
        boolean digest = word(CHECKSUM).equals("true");
        if (lines.containsKey(VERSION)) {
            return digest
                    ? new Invalid(key(VERSION) + " and " + key(CHECKSUM) + " are both given; only one of them may be.")
                    : byColumn(lines.get(VERSION));
        }
        if (word(EVERY_WRITER).equals("true")) {
            return new Invalid(key(EVERY_WRITER) + " is given without " + key(VERSION) + ".");
        }
        return valid(digest ? Optional.of(new Guard.ByDigest()) : Optional.empty());
    }

    private String word(String setting) {
        return lines.getOrDefault(setting, "false").strip().toLowerCase(Locale.ROOT);
    }

    /** A column's name may contain a colon; a kind does not. */
    private Result byColumn(String value) {
        int colon = value.lastIndexOf(':');
        String column = value.substring(0, Math.max(colon, 0)).strip();
        String kind = value.substring(colon + 1).strip();
        return column.isEmpty()
                ? new Invalid(written(VERSION) + " is no column and kind with a colon between.")
                : Stream.of(VersionKind.values())
                        .filter(known -> known.name().equalsIgnoreCase(kind))
                        .findFirst()
                        .map(known -> valid(Optional.of(guard(new Guard.ByColumn(column, known)))))
                        .orElseGet(() -> new Invalid(written(VERSION) + " ends with none of " + kinds() + "."));
    }

    /** A version that programs move is the proof alone only where the file says that all of them do. */
    private Guard guard(Guard.ByColumn column) {
        boolean alone =
                column.kind() == VersionKind.DATABASE || word(EVERY_WRITER).equals("true");
        return alone ? column : new Guard.ByBoth(column);
    }

    private Result valid(Optional<Guard> guard) {
        return new Valid(new TableRule(guard, columns(IGNORE), columns(INCLUDE)));
    }

    private Set<String> columns(String setting) {
        return List.of(lines.getOrDefault(setting, "").split(",", -1)).stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private String key(String setting) {
        return "table." + table + "." + setting;
    }

    private String written(String setting) {
        return key(setting) + "=" + lines.getOrDefault(setting, "");
    }

    private static String kinds() {
        return Stream.of(VersionKind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
