package dev.concord.dialect;

import dev.concord.dialect.SqlFault.Kind;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Classifies PostgreSQL's errors by SQLSTATE. */
final class PostgresFaults {
    /** "Key (a, b)=(1, 2) …": the parentheses are the same in every language of the server. */
    private static final Pattern KEY = Pattern.compile("\\((?<columns>.+?)\\)=\\(");

    private static final Pattern NAMES_IN_QUOTES = Pattern.compile("[\"«„“][^\"»”“]+[\"»”“]");

    /**
     * The server's routine that rejects a changed result of a cached plan; the message depends on the server's
     * language.
     */
    private static final String CACHED_PLAN = "RevalidateCachedQuery";

    /** The server's routine that reports an error of PL/pgSQL's RAISE, with any SQLSTATE. */
    private static final String RAISE = "exec_stmt_raise";

    /** Untranslatable characters, and those that are in no text; the second is also said of bytes that are no text. */
    private static final Set<String> OF_CHARACTERS = Set.of("22P05", "22021");

    /** The SQLSTATE classes of PL/pgSQL and of errors about values. */
    private static final Pattern OF_VALUES = Pattern.compile("^(P0|22|23)");

    /** The SQLSTATE classes of resources that are used up, and of limits. */
    private static final Pattern OF_RESOURCES = Pattern.compile("^5[34]");

    private static final int NAMES_WHEN_STILL_REFERENCED = 3;

    private PostgresFaults() {}

    static SqlFault classify(SQLException cause) {
        Optional<ServerErrorMessage> server =
                cause instanceof PSQLException e ? Optional.ofNullable(e.getServerErrorMessage()) : Optional.empty();
        Kind kind = kind(String.valueOf(cause.getSQLState()), server);
        String constraint = server.map(ServerErrorMessage::getConstraint).orElse("");
        String words = server.map(ServerErrorMessage::getMessage).orElseGet(() -> SqlFault.words(cause));
        SqlFault fault = new SqlFault(kind, constraint, columns(kind, server), words);
        return OF_CHARACTERS.contains(String.valueOf(cause.getSQLState()))
                ? SqlFault.ofCharacter(fault).orElse(fault)
                : fault;
    }

    private static Kind kind(String state, Optional<ServerErrorMessage> server) {
        String routine = server.map(ServerErrorMessage::getRoutine).orElse("");
        return switch (state) {
            case "23502" -> Kind.NOT_NULL;
            case "23505", "23P01" -> Kind.UNIQUE;
            case "23503" -> stillReferenced(server) ? Kind.STILL_REFERENCED : Kind.FOREIGN_KEY;
            case "23001" -> Kind.STILL_REFERENCED;
            case "23514", "44000" -> Kind.CHECK;
            case "22001" -> Kind.TOO_LONG;
            case "22003", "22008", "22015" -> Kind.OUT_OF_RANGE;
            case "22P02", "22P03", "22P05", "22007", "22009", "22021", "22026", "22030", "22032", "22023" -> Kind.TYPE;
            case "55P03" -> Kind.LOCK_TIMEOUT;
            case "40001", "40P01" -> Kind.RETRY;
            case "57P01", "57P02", "57P03", "57P04", "57P05", "25P03", "25P04", "53300" -> Kind.CONNECTION_LOST;
            case "42501", "25006" -> Kind.NOT_PERMITTED;
            // 42601: Concord's statements are valid SQL; a syntax error means that the table's columns have changed.
            case "42P01", "42703", "42803", "42804", "3F000", "428C9", "42601" -> Kind.SCHEMA_CHANGED;
            case "0A000" -> routine.equals(CACHED_PLAN) ? Kind.SCHEMA_CHANGED : Kind.OTHER;
            default -> {
                if (routine.equals(RAISE) || OF_VALUES.matcher(state).find()) {
                    yield Kind.RAISED;
                }
                yield server.isPresent() && OF_RESOURCES.matcher(state).find() ? Kind.NOT_CARRIED_OUT : Kind.OTHER;
            }
        };
    }

    /**
     * Both directions of a foreign key have one SQLSTATE; only the parent's error names parent, constraint and child.
     */
    private static boolean stillReferenced(Optional<ServerErrorMessage> server) {
        String message = server.map(ServerErrorMessage::getMessage).orElse("");
        return NAMES_IN_QUOTES.matcher(message).results().count() >= NAMES_WHEN_STILL_REFERENCED;
    }

    private static List<String> columns(Kind kind, Optional<ServerErrorMessage> server) {
        Optional<String> named = server.map(ServerErrorMessage::getColumn);
        if (named.isPresent()) {
            return List.of(named.get());
        }
        Matcher key = KEY.matcher(server.map(ServerErrorMessage::getDetail).orElse(""));
        boolean ofThisTable = kind == Kind.UNIQUE || kind == Kind.FOREIGN_KEY;
        return ofThisTable && key.find()
                ? Arrays.stream(key.group("columns").split(", "))
                        .map(PostgresFaults::unquoted)
                        .toList()
                : List.of();
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name;
    }
}
