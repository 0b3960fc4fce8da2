package dev.concord.database;

import dev.concord.dialect.Dialect;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** Creates H2 database files, and prepares H2 for opening them. */
public final class H2File {
    /** Read by H2 once, when its first class is loaded. */
    private static final String ADDRESS = "h2.bindAddress";

    private H2File() {}

    /**
     * Creates an empty database in a new file, which {@link DatabaseOpener#open} can then open but never creates.
     *
     * @param base the file without its ending, {@value H2Address#SUFFIX}
     * @throws SQLException when the disk is full or the file cannot be written there
     */
    public static void create(Path base) throws SQLException {
        prepare();
        try (Connection made = Session.driver(Dialect.H2).connect("jdbc:h2:file:" + base, new Properties())) {
            made.commit();
        }
    }

    /**
     * Makes H2 listen on the loopback address if this computer's own name cannot be resolved. The program that opens a
     * file first listens for other programs at the address of that name, and without it H2 opens no file.
     */
    static synchronized void prepare() {
        if (System.getProperty(ADDRESS) == null && !knowsItself()) {
            System.setProperty(ADDRESS, InetAddress.getLoopbackAddress().getHostAddress());
        }
    }

    private static boolean knowsItself() {
        try {
            return InetAddress.getLocalHost() != null;
        } catch (UnknownHostException nameless) {
            return false;
        }
    }
}
