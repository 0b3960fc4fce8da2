package dev.concord.dialect;

/** The kinds of databases Concord supports. */
public enum Dialect {
    H2,
    POSTGRESQL,
    MARIADB,
    /** Reached through MariaDB's driver. */
    MYSQL,
    SQLITE
}
