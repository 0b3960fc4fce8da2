package dev.concord.dialect;

import dev.concord.dialect.SqlFault.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlite.SQLiteException;

/** Classifies SQLite's errors by extended result code; names come from the message. */
final class SqliteFaults {
    /** The driver's message: its own text, then SQLite's message in parentheses. */
    private static final Pattern OWN_WORDS =
            Pattern.compile("^\\[SQLITE_[A-Z_]+\\][^(]*\\((?<words>.*)\\)$", Pattern.DOTALL);

    private static final Pattern FAILED = Pattern.compile("constraint failed: (?<what>.+)$", Pattern.DOTALL);
    private static final Pattern STORED = Pattern.compile("value in [A-Z]+ column (?<what>.+)$");
    private static final Pattern GONE =
            Pattern.compile("no such (table|column)|has no column named|cannot (INSERT into|UPDATE) generated column");

    private SqliteFaults() {}

    static SqlFault classify(SQLException cause) {
        String code = cause instanceof SQLiteException e ? e.getResultCode().name() : "";
        Matcher own = OWN_WORDS.matcher(SqlFault.words(cause));
        String words = own.matches() ? own.group("words") : SqlFault.words(cause);
        Kind kind = kind(code, words);
        Matcher failed = (kind == Kind.TYPE ? STORED : FAILED).matcher(words);
        if (!failed.find()) {
            return new SqlFault(kind, "", List.of(), words);
        }
        String what = failed.group("what");
        return switch (kind) {
            case NOT_NULL, TYPE -> new SqlFault(kind, "", columns(what), words);
            case UNIQUE ->
                what.startsWith("index '")
                        ? new SqlFault(kind, what.substring("index '".length(), what.length() - 1), List.of(), words)
                        : new SqlFault(kind, "", columns(what), words);
            case CHECK -> new SqlFault(kind, what, List.of(), words);
            default -> new SqlFault(kind, "", List.of(), words);
        };
    }

    private static Kind kind(String code, String words) {
        return switch (code) {
            case "SQLITE_CONSTRAINT_NOTNULL" -> Kind.NOT_NULL;
            case "SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY", "SQLITE_CONSTRAINT_ROWID" -> Kind.UNIQUE;
            case "SQLITE_CONSTRAINT_FOREIGNKEY" -> Kind.FOREIGN_KEY;
            case "SQLITE_CONSTRAINT_CHECK" -> Kind.CHECK;
            case "SQLITE_CONSTRAINT_TRIGGER" -> Kind.RAISED;
            case "SQLITE_CONSTRAINT_DATATYPE", "SQLITE_MISMATCH" -> Kind.TYPE;
            case "SQLITE_TOOBIG" -> Kind.TOO_LONG;
            case "SQLITE_BUSY_SNAPSHOT" -> Kind.RETRY;
            case "SQLITE_PERM", "SQLITE_AUTH", "SQLITE_AUTH_USER" -> Kind.NOT_PERMITTED;
            case "SQLITE_READONLY_DBMOVED" -> Kind.FILE_REPLACED;
            case "SQLITE_FULL", "SQLITE_NOMEM" -> Kind.NOT_CARRIED_OUT;
            case "SQLITE_SCHEMA" -> Kind.SCHEMA_CHANGED;
            default -> {
                if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
                    yield Kind.LOCK_TIMEOUT;
                }
                if (code.startsWith("SQLITE_READONLY")) {
                    yield Kind.NOT_PERMITTED;
                }
                if (code.startsWith("SQLITE_CONSTRAINT")) {
                    yield Kind.RAISED;
                }
                yield GONE.matcher(words).find() ? Kind.SCHEMA_CHANGED : Kind.OTHER;
            }
        };
    }

    /** Parses {@code person.first, person.last}; the table's name, which may contain a dot, is the same for each. */
    private static List<String> columns(String qualified) {
        return Arrays.stream(qualified.split(", "))
                .map(c -> c.substring(c.lastIndexOf('.') + 1))
                .toList();
    }
}
