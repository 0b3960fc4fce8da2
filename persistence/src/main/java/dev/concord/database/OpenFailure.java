package dev.concord.database;

import dev.concord.database.OpenOutcome.Failed;
import dev.concord.database.OpenOutcome.Reason;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.FileReplacedException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.sqlite.SQLiteException;

/** Finds out from a driver's exception why a database could not be opened. */
final class OpenFailure {
    private OpenFailure() {}

    static Failed of(SQLException failure, Address address, DatabaseSettings settings) {
        if (address.dialect() == Dialect.H2 && failure.getErrorCode() == ErrorCode.FILE_VERSION_ERROR_1) {
            Optional<String> version = address.file().flatMap(H2Format::versionFor);
            if (version.isPresent()) {
                return new Failed(
                        Reason.OLD_FORMAT, address.file().orElseThrow().toString(), version.get());
            }
        }
        Reason reason = FileReplacedException.causes(failure)
                ? Reason.FILE_REPLACED
                : network(failure).orElseGet(() -> switch (address.dialect()) {
                    case H2 -> h2(failure.getErrorCode());
                    case POSTGRESQL ->
                        PostgresSession.refusesTransactions(failure)
                                ? Reason.STATEMENT_POOLING
                                : postgres(String.valueOf(failure.getSQLState()));
                    case MARIADB, MYSQL ->
                        Encryption.isMissing(failure) ? Reason.NOT_ENCRYPTED : mariaDb(failure.getErrorCode());
                    case SQLITE -> failure instanceof SQLiteException e ? sqlite(e) : Reason.OTHER;
                });
        String user = settings.user().isEmpty() ? address.user() : settings.user();
        String subject =
                switch (reason) {
                    case UNKNOWN_HOST, UNREACHABLE, STATEMENT_POOLING -> address.host();
                    case WRONG_CREDENTIALS -> user;
                    case UNKNOWN_DATABASE -> address.database();
                    default -> address.file().map(Object::toString).orElse(address.label());
                };
        String detail = Passwords.mask(String.valueOf(failure.getMessage()), settings.password());
        return new Failed(reason, subject, Passwords.mask(detail, address.password()));
    }

    private static Optional<Reason> network(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return Optional.of(Reason.UNKNOWN_HOST);
            }
            if (cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SocketTimeoutException
                    || cause instanceof SocketException) {
                return Optional.of(Reason.UNREACHABLE);
            }
        }
        return Optional.empty();
    }

    private static Reason postgres(String state) {
        return switch (state) {
            case "28P01", "28000", "08004" -> Reason.WRONG_CREDENTIALS;
            case "3D000" -> Reason.UNKNOWN_DATABASE;
            case "08001", "08006" -> Reason.UNREACHABLE;
            default -> Reason.OTHER;
        };
    }

    private static Reason mariaDb(int code) {
        return switch (code) {
            case 1045, 1698, 3118 -> Reason.WRONG_CREDENTIALS;
            case 1049, 1044 -> Reason.UNKNOWN_DATABASE;
            default -> Reason.OTHER;
        };
    }

    private static Reason h2(int code) {
        return switch (code) {
            case ErrorCode.WRONG_USER_OR_PASSWORD, ErrorCode.WRONG_PASSWORD_FORMAT, ErrorCode.FILE_ENCRYPTION_ERROR_1 ->
                Reason.WRONG_CREDENTIALS;
            case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1, ErrorCode.REMOTE_DATABASE_NOT_FOUND_1 ->
                Reason.UNKNOWN_DATABASE;
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Reason.FILE_IN_USE;
            case ErrorCode.FILE_CORRUPTED_1 -> Reason.CORRUPT;
            case ErrorCode.CONNECTION_BROKEN_1 -> Reason.UNREACHABLE;
            default -> Reason.OTHER;
        };
    }

    private static Reason sqlite(SQLiteException failure) {
        return switch (failure.getResultCode().name().replaceAll("^(SQLITE_[A-Z]+)_.*", "$1")) {
            case "SQLITE_CORRUPT" -> Reason.CORRUPT;
            case "SQLITE_NOTADB" -> Reason.NOT_A_DATABASE;
            case "SQLITE_BUSY", "SQLITE_LOCKED" -> Reason.FILE_IN_USE;
            case "SQLITE_CANTOPEN", "SQLITE_PERM" -> Reason.FILE_NOT_READABLE;
            default -> Reason.OTHER;
        };
    }
}
