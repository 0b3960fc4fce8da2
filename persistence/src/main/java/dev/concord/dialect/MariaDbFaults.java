package dev.concord.dialect;

import dev.concord.dialect.SqlFault.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Classifies the errors of MariaDB and MySQL by vendor code, because their SQLSTATEs are too general. */
final class MariaDbFaults {
    /** {@code (conn=12) Data too long …}: the driver's own prefix. */
    private static final Pattern PREFIX = Pattern.compile("^\\(conn=-?\\d+\\) ");

    private static final Pattern COLUMN =
            Pattern.compile("(?i)(?:column|field) (?:'(?<plain>[^']+)'|(?:`[^`]*`\\.){0,2}`(?<quoted>[^`]+)`)");

    /** The value is of another type; of a text it is a character that the column's character set lacks. */
    private static final int INCORRECT_VALUE = 1366;

    /** MySQL's error about JSON names the table before the column. */
    private static final int INVALID_JSON = 3140;

    private static final Pattern TABLE = Pattern.compile("(?<=column ')[^'.]*\\.");
    private static final Pattern KEY = Pattern.compile("for key '(?:[^'.]*\\.)?(?<name>[^']+)'");
    private static final Pattern REFERENCE =
            Pattern.compile("CONSTRAINT `(?<name>(?:[^`]|``)+)` FOREIGN KEY \\((?<columns>[^)]*)\\)");
    private static final Pattern CHECK =
            Pattern.compile("(?i)constraint (?:`(?:[^`]*\\.)?(?<quoted>[^`]+)` failed|'(?<plain>[^']+)' is violated)");

    /** The SQLSTATE classes of a trigger's own errors and of errors about values. */
    private static final Pattern OF_VALUES = Pattern.compile("^(45|22|23)");

    private MariaDbFaults() {}

    static SqlFault classify(SQLException cause) {
        Kind kind = kind(cause.getErrorCode(), String.valueOf(cause.getSQLState()));
        String message = PREFIX.matcher(SqlFault.words(cause)).replaceFirst("");
        String told =
                cause.getErrorCode() == INVALID_JSON ? TABLE.matcher(message).replaceFirst("") : message;
        return switch (kind) {
            case NOT_NULL, TOO_LONG, OUT_OF_RANGE, TYPE -> {
                Matcher column = COLUMN.matcher(told);
                SqlFault fault = new SqlFault(kind, "", column.find() ? List.of(either(column)) : List.of(), message);
                yield cause.getErrorCode() == INCORRECT_VALUE
                        ? SqlFault.ofCharacter(fault).orElse(fault)
                        : fault;
            }
            case UNIQUE -> {
                Matcher key = KEY.matcher(message);
                yield new SqlFault(kind, key.find() ? key.group("name") : "", List.of(), message);
            }
            case FOREIGN_KEY, STILL_REFERENCED -> {
                Matcher reference = REFERENCE.matcher(message);
                boolean found = reference.find();
                List<String> columns = found && kind == Kind.FOREIGN_KEY ? list(reference.group("columns")) : List.of();
                yield new SqlFault(kind, found ? reference.group("name") : "", columns, message);
            }
            case CHECK -> {
                Matcher check = CHECK.matcher(message);
                yield new SqlFault(kind, check.find() ? either(check) : "", List.of(), message);
            }
            default -> new SqlFault(kind, "", List.of(), message);
        };
    }

    private static Kind kind(int code, String state) {
        return switch (code) {
            case 1048, 1364, 1263 -> Kind.NOT_NULL;
            case 1062, 1022, 1169, 1586, 1761, 1762 -> Kind.UNIQUE;
            case 1452, 1216 -> Kind.FOREIGN_KEY;
            case 1451, 1217 -> Kind.STILL_REFERENCED;
            case 4025, 3819, 1369 -> Kind.CHECK;
            case 1406 -> Kind.TOO_LONG;
            case 1264, 1690, 1441 -> Kind.OUT_OF_RANGE;
            case 1265, 1292, INCORRECT_VALUE, 1411, 1525, INVALID_JSON, 3643, 4078 -> Kind.TYPE;
            case 1644 -> Kind.RAISED;
            case 1205, 3572 -> Kind.LOCK_TIMEOUT;
            case 1213, 1020, 3101 -> Kind.RETRY;
            case 1053, 1927, 2006, 2013, 1152, 1158, 1159, 1160, 1161, 4031 -> Kind.CONNECTION_LOST;
            case 1021, 1037, 1038, 1041, 1114, 1206 -> Kind.NOT_CARRIED_OUT;
            case 1142, 1143, 1044, 1227, 1290, 1792, 1370, 1288, 1471, 1036, 1836, 3989 -> Kind.NOT_PERMITTED;
            case 1146, 1054, 1049, 1906, 1907, 3105, 1136, 1412 -> Kind.SCHEMA_CHANGED;
            default -> OF_VALUES.matcher(state).find() ? Kind.RAISED : Kind.OTHER;
        };
    }

    private static String either(Matcher names) {
        String plain = names.group("plain");
        return plain == null ? String.valueOf(names.group("quoted")) : plain;
    }

    private static List<String> list(String columns) {
        return Arrays.stream(columns.split(", "))
                .map(c -> c.replaceAll("^`|`$", "").replace("``", "`"))
                .toList();
    }
}
