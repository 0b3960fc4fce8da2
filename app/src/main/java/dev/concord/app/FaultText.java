package dev.concord.app;

import java.sql.SQLException;

/**
 * What the log says of a fault: what it was and where, but no message, because databases put the values of rows into
 * theirs, and a log is read by others.
 */
final class FaultText {
    private FaultText() {}

    static String of(Throwable fault) {
        StringBuilder text = new StringBuilder();
        String link = "";
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            text.append(link).append(cause.getClass().getName());
            if (cause instanceof SQLException error) {
                text.append(" SQLSTATE ")
                        .append(error.getSQLState())
                        .append(", code ")
                        .append(error.getErrorCode());
            }
            for (StackTraceElement place : cause.getStackTrace()) {
                text.append("\n    at ").append(place);
            }
            link = "\ncaused by ";
        }
        return text.toString();
    }
}
