package dev.concord.database;

/** The kinds of databases Concord supports. */
public enum Dialect {
    H2,
    POSTGRESQL,
    MARIADB,
    /** Reached through MariaDB's driver. */
    MYSQL,
    SQLITE
}
