package dev.concord.database;

/** The families of databases Concord speaks to. */
public enum Dialect {
    H2,
    POSTGRESQL,
    MARIADB,
    /** Reached through MariaDB's driver. */
    MYSQL,
    SQLITE
}
