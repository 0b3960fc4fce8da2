package dev.concord.sql;

import java.sql.SQLException;

/**
 * Until it is closed, each statement first waits until its Galera node has applied everything the cluster had committed. The
 * node itself limits the wait.
 */
public final class CatchingUp implements AutoCloseable {
    private static final String SETTING = "wsrep_sync_wait";

    /** All kinds of statements. */
    private static final int EVERYTHING = 15;

    private final Transaction transaction;
    private final String before;

    public CatchingUp(Transaction transaction) throws SQLException {
        this.transaction = transaction;
        this.before = transaction.text("select @@session." + SETTING);
        transaction.execute("set session " + SETTING + " = " + EVERYTHING);
    }

    @Override
    public void close() throws SQLException {
        transaction.execute("set session " + SETTING + " = " + before);
    }
}
