package dev.concord.dialect;

import dev.concord.dialect.SqlFault.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** Classifies H2's errors by their code; names come from the message, where H2 puts them in double quotes. */
final class H2Faults {
    private static final Pattern COLUMN = Pattern.compile("column \"(?<name>(?:[^\"]|\"\")+)\"");
    private static final Pattern TYPED_COLUMN =
            Pattern.compile("column \"(?<name>\"(?:[^\"]|\"\")+\"|[^\" ]+)(?: [A-Z][^\"]*)?\"");
    /** {@code "PUBLIC.UQ_INDEX_4 ON PUBLIC.PERSON(EMAIL NULLS FIRST, NAME) VALUES (…)"}. */
    private static final Pattern INDEX = Pattern.compile("\"(?<index>.+?) ON .+?\\((?<columns>[^()]*)\\)");
    /** {@code "FK_CHILD: PUBLIC.CHILD FOREIGN KEY(PARENT_ID) REFERENCES …"}. */
    private static final Pattern REFERENCE =
            Pattern.compile("\"(?<name>[^:\"]+|\"\"[^:]+\"\"): .*?FOREIGN KEY\\((?<columns>[^()]*)\\)");

    private static final Pattern CHECK = Pattern.compile("constraint violation: \"(?<name>[^:\"]+)");

    /** H2's codes are its SQLSTATEs: a class of two digits, then three. */
    private static final int CLASS = 1000;

    private static final int DATA = 22;
    private static final int CONSTRAINT = 23;

    private H2Faults() {}

    static SqlFault classify(SQLException cause) {
        Kind kind = kind(cause.getErrorCode());
        String message = message(cause);
        return switch (kind) {
            case NOT_NULL -> named(kind, COLUMN.matcher(message), message);
            case TOO_LONG, OUT_OF_RANGE, TYPE -> named(kind, TYPED_COLUMN.matcher(message), message);
            case UNIQUE -> {
                Matcher index = INDEX.matcher(message);
                yield index.find()
                        ? new SqlFault(kind, lastName(index.group("index")), list(index.group("columns")), message)
                        : new SqlFault(kind, "", List.of(), message);
            }
            case FOREIGN_KEY, STILL_REFERENCED -> {
                Matcher reference = REFERENCE.matcher(message);
                boolean found = reference.find();
                boolean own = found && kind == Kind.FOREIGN_KEY;
                yield new SqlFault(
                        kind,
                        found ? lastName(reference.group("name")) : "",
                        own ? list(reference.group("columns")) : List.of(),
                        message);
            }
            case CHECK -> {
                Matcher check = CHECK.matcher(message);
                yield new SqlFault(kind, check.find() ? lastName(check.group("name")) : "", List.of(), message);
            }
            default -> new SqlFault(kind, "", List.of(), message);
        };
    }

    /** Whether H2 in this process could not write to its file; it then closes the database before it reports the error. */
    static boolean closedItself(SQLException error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof MVStoreException store && store.getErrorCode() == DataUtils.ERROR_WRITING_FAILED) {
                return true;
            }
        }
        return false;
    }

    private static Kind kind(int code) {
        return switch (code) {
            case ErrorCode.NULL_NOT_ALLOWED -> Kind.NOT_NULL;
            case ErrorCode.DUPLICATE_KEY_1 -> Kind.UNIQUE;
            case ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_PARENT_MISSING_1 -> Kind.FOREIGN_KEY;
            case ErrorCode.REFERENTIAL_INTEGRITY_VIOLATED_CHILD_EXISTS_1 -> Kind.STILL_REFERENCED;
            case ErrorCode.CHECK_CONSTRAINT_VIOLATED_1, ErrorCode.CHECK_CONSTRAINT_INVALID -> Kind.CHECK;
            case ErrorCode.VALUE_TOO_LONG_2 -> Kind.TOO_LONG;
            case ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_1, ErrorCode.NUMERIC_VALUE_OUT_OF_RANGE_2 -> Kind.OUT_OF_RANGE;
            case ErrorCode.DATA_CONVERSION_ERROR_1,
                    ErrorCode.INVALID_DATETIME_CONSTANT_2,
                    ErrorCode.ENUM_VALUE_NOT_PERMITTED -> Kind.TYPE;
            case ErrorCode.ERROR_EXECUTING_TRIGGER_3, ErrorCode.EXCEPTION_IN_FUNCTION_1 -> Kind.RAISED;
            case ErrorCode.LOCK_TIMEOUT_1 -> Kind.LOCK_TIMEOUT;
            case ErrorCode.DEADLOCK_1,
                    ErrorCode.CONCURRENT_UPDATE_1,
                    ErrorCode.ROW_NOT_FOUND_WHEN_DELETING_1,
                    ErrorCode.ROW_NOT_FOUND_IN_PRIMARY_INDEX -> Kind.RETRY;
            case ErrorCode.CONNECTION_BROKEN_1,
                    ErrorCode.DATABASE_IS_CLOSED,
                    ErrorCode.DATABASE_CALLED_AT_SHUTDOWN,
                    ErrorCode.OBJECT_CLOSED -> Kind.CONNECTION_LOST;
            case ErrorCode.NOT_ENOUGH_RIGHTS_FOR_1,
                    ErrorCode.ADMIN_RIGHTS_REQUIRED,
                    ErrorCode.DATABASE_IS_READ_ONLY,
                    25006 -> Kind.NOT_PERMITTED;
            case ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
                    ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
                    ErrorCode.COLUMN_NOT_FOUND_1,
                    ErrorCode.COLUMN_COUNT_DOES_NOT_MATCH,
                    ErrorCode.GENERATED_COLUMN_CANNOT_BE_ASSIGNED_1,
                    ErrorCode.SCHEMA_NOT_FOUND_1 -> Kind.SCHEMA_CHANGED;
            default -> code / CLASS == DATA || code / CLASS == CONSTRAINT ? Kind.RAISED : Kind.OTHER;
        };
    }

    /** Returns the message without the statement and its values, which H2 appends; only the error is displayed. */
    private static String message(SQLException cause) {
        return cause instanceof org.h2.jdbc.JdbcException e ? e.getOriginalMessage() : SqlFault.words(cause);
    }

    private static SqlFault named(Kind kind, Matcher column, String message) {
        return new SqlFault(kind, "", column.find() ? List.of(unquoted(column.group("name"))) : List.of(), message);
    }

    private static List<String> list(String columns) {
        return Arrays.stream(columns.split(", "))
                .map(c -> unquoted(c.replaceFirst(" (ASC|DESC|NULLS (FIRST|LAST)).*$", "")))
                .toList();
    }

    private static String lastName(String qualified) {
        return unquoted(qualified.substring(qualified.lastIndexOf('.') + 1));
    }

    private static String unquoted(String name) {
        return name.replace("\"\"", "\"").replaceAll("^\"|\"$", "");
    }
}
