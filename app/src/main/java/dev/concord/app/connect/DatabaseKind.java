package dev.concord.app.connect;

/** What a person chooses between; decides which fields they fill in. */
public enum DatabaseKind {
    POSTGRESQL("postgresql://", "5432"),
    /** One choice for both: the same driver, and the server says which it is. */
    MARIADB("mariadb://", "3306"),
    SQLITE("", ""),
    H2("", "");

    private final String scheme;
    private final String port;

    DatabaseKind(String scheme, String port) {
        this.scheme = scheme;
        this.port = port;
    }

    /** Whether it is reached through a host; otherwise it is a file. */
    public boolean server() {
        return !port.isEmpty();
    }

    /** Whether it asks who is there. */
    public boolean asksForUser() {
        return this != SQLITE;
    }

    /** The port its servers listen on when nothing else is said; empty for files. */
    public String usualPort() {
        return port;
    }

    /** How an address made from fields begins; empty where a plain path is the address. */
    String scheme() {
        return scheme;
    }
}
