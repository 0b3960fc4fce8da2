package dev.concord.version;

import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingInput.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A policies file: how tables are checked, for programs that are started without anybody to ask.
 *
 * <pre>
 * locking=required
 * locking.attribute=S_CheckSum
 * table.public.customer.locking=optional
 * table.public.customer.version=version:integer
 * table.stock.xmin=true
 * table.stock.ignore=last_seen, last_seen_by
 * table.price.include=amount, currency
 * </pre>
 *
 * @param words what it says about modes, not yet understood
 * @param rules what it says about tables
 */
public record PolicyFile(LockingInput words, TableRules rules) {

    /** No file. */
    public static final PolicyFile NONE = new PolicyFile(LockingInput.silent(Source.FILE), TableRules.NONE);

    private static final String MODE = "locking";
    private static final String ATTRIBUTE = "locking.attribute";
    private static final String TABLE = "table.";

    /** What became of reading it. */
    public sealed interface Reading permits Read, InvalidSetting {}

    /** It was understood. */
    public record Read(PolicyFile file) implements Reading {}

    /** Reads the file's lines, as {@link Properties} understands lines. The first one not understood is told. */
    public static Reading read(Properties properties) {
        TreeMap<String, TableLines> tables = new TreeMap<>();
        for (String key :
                new TreeMap<>(properties).keySet().stream().map(String::valueOf).toList()) {
            if (key.equals(MODE) || key.equals(ATTRIBUTE)) {
                continue;
            }
            int dot = key.lastIndexOf('.');
            if (!key.startsWith(TABLE) || dot <= TABLE.length()) {
                return new InvalidSetting(key + " is no setting of a policies file.");
            }
            String value = properties.getProperty(key, "");
            tables.computeIfAbsent(key.substring(TABLE.length(), dot), TableLines::new)
                    .put(key.substring(dot + 1), value);
        }
        Map<String, Word> modes = new HashMap<>();
        Map<String, TableRule> rules = new HashMap<>();
        for (TableLines lines : tables.values()) {
            switch (lines.read()) {
                case TableLines.Understood(TableRule rule) -> rules.put(lines.table(), rule);
                case TableLines.NotUnderstood(String sentence) -> {
                    return new InvalidSetting(sentence);
                }
            }
            lines.mode().ifPresent(word -> modes.put(lines.table(), word));
        }
        LockingInput words = new LockingInput(Source.FILE, word(MODE, properties), word(ATTRIBUTE, properties), modes);
        return new Read(new PolicyFile(words, new TableRules(rules)));
    }

    private static Optional<Word> word(String key, Properties properties) {
        return Optional.ofNullable(properties.getProperty(key)).map(value -> new Word(key + "=" + value, value));
    }
}
