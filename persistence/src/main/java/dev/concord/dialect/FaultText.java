package dev.concord.dialect;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Describes an exception for the log: the class, the SQLSTATE and the stack trace of it and of its causes. Messages are
 * left out, because those of databases may contain values of rows and those of drivers addresses.
 */
public final class FaultText {
    private FaultText() {}

    /** Returns several lines, the first of them the exception's class. */
    public static String of(Throwable fault) {
        StringBuilder text = new StringBuilder();
        Set<Throwable> described = Collections.newSetFromMap(new IdentityHashMap<>());
        String link = "";
        for (Throwable cause = fault; cause != null && described.add(cause); cause = cause.getCause()) {
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
