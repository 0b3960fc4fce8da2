package dev.concord.app.command;

import dev.concord.app.settings.AppFolders;
import dev.concord.dialect.FaultText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the log to a file, so that the terminal shows answers to commands only. Libraries log exceptions, too: see
 * {@link LogFormatter}.
 */
public final class Logs {
    private static final int MOST_BYTES = 1_000_000;
    private static final int FILES = 3;

    /** MariaDB's driver logs values of rows. A field, because the framework drops loggers that nothing refers to. */
    private static final Logger DRIVER = Logger.getLogger("org.mariadb.jdbc");

    private Logs() {}

    /** Returns the path of the log file. */
    public static Path file() {
        return AppFolders.current().state().resolve("concord.log");
    }

    /** Must be called once, before anything is logged. If the file cannot be written, warnings stay on the terminal. */
    public static void toFile() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        DRIVER.setLevel(Level.OFF);
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(file().getParent());
            FileHandler handler = new FileHandler(file().toString(), MOST_BYTES, FILES, true);
            handler.setFormatter(new LogFormatter());
            for (Handler other : root.getHandlers()) {
                root.removeHandler(other);
            }
            root.addHandler(handler);
        } catch (IOException e) {
            for (Handler handler : root.getHandlers()) {
                handler.setLevel(Level.WARNING);
                handler.setFormatter(new LogFormatter());
            }
            root.log(Level.WARNING, "The log cannot be written to {0}: {1}", new Object[] {file(), FaultText.of(e)});
        }
    }
}
