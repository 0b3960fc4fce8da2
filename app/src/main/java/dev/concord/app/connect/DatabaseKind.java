package dev.concord.app.connect;

/** The kinds of databases to choose from in the dialog; the kind determines the fields. */
public enum DatabaseKind {
    POSTGRESQL("postgresql://", "5432"),
    /** MariaDB and MySQL: both use the same driver, and the server reports which it is. */
    MARIADB("mariadb://", "3306"),
    SQLITE("", ""),
    H2("", "");

    private final String scheme;
    private final String port;

    DatabaseKind(String scheme, String port) {
        this.scheme = scheme;
        this.port = port;
    }

    /** Whether it is a server on a host; otherwise it is a file. */
    public boolean server() {
        return !port.isEmpty();
    }

    /** Whether it asks for a user and a password. */
    public boolean asksForUser() {
        return this != SQLITE;
    }

    /** The default port of its servers; empty for files. */
    public String usualPort() {
        return port;
    }

    /** The scheme of an address made from fields; empty where the address is a plain path. */
    String scheme() {
        return scheme;
    }
}
