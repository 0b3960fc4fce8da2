package dev.concord.app.task;

import java.sql.SQLException;

/**
 * The text of a fault for the log: the class of each exception in the chain of causes and where it was thrown, without
 * any message, because databases put the values of rows into their messages and a log may be read by anybody.
 */
public final class FaultText {
    private FaultText() {}

    /** Returns the text, of several lines, with the SQL state and code of each {@link SQLException}. */
    public static String of(Throwable fault) {
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
