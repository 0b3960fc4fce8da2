package dev.concord.app.command;

import dev.concord.dialect.FaultText;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/**
 * Formats entries of the log. Exceptions are formatted by {@link FaultText}, whichever library logs them: the pool logs
 * those of the drivers, whose messages may have values of records.
 */
final class LogFormatter extends SimpleFormatter {
    @Override
    public String format(LogRecord entry) {
        if (entry.getThrown() == null) {
            return super.format(entry);
        }
        LogRecord safe = new LogRecord(entry.getLevel(), formatMessage(entry) + "\n" + FaultText.of(entry.getThrown()));
        safe.setLoggerName(entry.getLoggerName());
        safe.setInstant(entry.getInstant());
        safe.setSourceClassName(entry.getSourceClassName());
        safe.setSourceMethodName(entry.getSourceMethodName());
        return super.format(safe);
    }
}
