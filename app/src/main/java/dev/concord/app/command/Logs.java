package dev.concord.app.command;

import dev.concord.app.settings.AppFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends the log to a file: a terminal is for sentences, not for a pool's diary. */
public final class Logs {
    private static final int MOST_BYTES = 1_000_000;
    private static final int FILES = 3;

    /** Kept, because the logging framework forgets loggers nobody holds. MariaDB's driver logs values of rows. */
    private static final Logger DRIVER = Logger.getLogger("org.mariadb.jdbc");

    private Logs() {}

    /** Where the log is. */
    public static Path file() {
        return AppFolders.current().state().resolve("concord.log");
    }

    /** Call once, first thing. Where the file cannot be written, warnings stay on the terminal. */
    public static void toFile() {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        DRIVER.setLevel(Level.OFF);
        Logger root = Logger.getLogger("");
        try {
            Files.createDirectories(file().getParent());
            FileHandler handler = new FileHandler(file().toString(), MOST_BYTES, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            for (Handler other : root.getHandlers()) {
                root.removeHandler(other);
            }
            root.addHandler(handler);
        } catch (IOException e) {
            for (Handler handler : root.getHandlers()) {
                handler.setLevel(Level.WARNING);
            }
            root.log(Level.WARNING, e, () -> "The log cannot be written to " + file());
        }
    }
}
