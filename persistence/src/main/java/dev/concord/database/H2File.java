package dev.concord.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/** H2 databases in files of their own. */
public final class H2File {
    /** Read by H2 once, when its first class is loaded. */
    private static final String ADDRESS = "h2.bindAddress";

    private H2File() {}

    /**
     * Makes an empty database in a new file, for it to be opened by {@link DatabaseOpener#open}, which never makes one.
     *
     * @param base the file without its ending, {@value H2Address#SUFFIX}
     * @throws SQLException when there is no room for it, or it may not be written there
     */
    public static void create(Path base) throws SQLException {
        prepare();
        try (Connection made = Session.driver(Dialect.H2).connect("jdbc:h2:file:" + base, new Properties())) {
            made.commit();
        }
    }

    /**
     * Whoever opens a file first listens for others who want it, at the address this computer's own name leads to. Some
     * computers do not know their own name, and H2 would not open anything there: then it listens to this computer alone.
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
