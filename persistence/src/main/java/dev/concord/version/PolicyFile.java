package dev.concord.version;

import dev.concord.version.LockingInput.Source;
import dev.concord.version.LockingInput.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A policies file: how tables are checked, for programs that run without a user.
 *
 * <pre>
 * locking=required
 * locking.attribute=S_CheckSum
 * table.public.customer.locking=optional
 * table.public.customer.version=version:integer
 * table.public.customer.every-writer=true
 * table.stock.ignore=last_seen, last_seen_by
 * table.price.include=amount, currency
 * </pre>
 *
 * @param words the settings of modes, not parsed yet
 * @param rules the rules of tables
 */
public record PolicyFile(LockingInput words, TableRules rules) {

    /** No file. */
    public static final PolicyFile NONE = new PolicyFile(LockingInput.silent(Source.FILE), TableRules.NONE);

    private static final String MODE = "locking";
    private static final String ATTRIBUTE = "locking.attribute";
    private static final String TABLE = "table.";

    /** The result of reading a file. */
    public sealed interface Reading permits Read, InvalidSetting {}

    /** The file is valid. */
    public record Read(PolicyFile file) implements Reading {}

    /** Parses the file's properties. The first invalid one is reported. */
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
                case TableLines.Valid(TableRule rule) -> rules.put(lines.table(), rule);
                case TableLines.Invalid(String sentence) -> {
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
