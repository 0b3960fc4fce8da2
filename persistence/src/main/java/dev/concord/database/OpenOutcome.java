package dev.concord.database;

/** The result of opening a database. */
public sealed interface OpenOutcome {

    /** The database is open; the caller closes it. */
    record Opened(Database database) implements OpenOutcome {}

    /**
     * The database could not be opened.
     *
     * @param reason why
     * @param subject what the reason is about: the host, the file, the user, the URL's setting
     * @param detail the driver's message, without the password; empty when there is none
     */
    record Failed(Reason reason, String subject, String detail) implements OpenOutcome {}

    /** Why a database could not be opened. */
    enum Reason {
        /** The address is neither a JDBC URL of a known database nor a path. */
        ADDRESS_NOT_UNDERSTOOD,
        /** The URL contains a setting that runs code or reads files, or one not known to be harmless. */
        SETTING_REFUSED,
        FILE_MISSING,
        /** The file exists but is not a database of a known kind. */
        NOT_A_DATABASE,
        /** The file is a database but damaged. */
        CORRUPT,
        /** An H2 file of a format that the H2 in Concord does not read; the detail is the version of H2 that does. */
        OLD_FORMAT,
        /** Another program has locked the file. */
        FILE_IN_USE,
        /** This program still has the file open that was there before this one took its place; H2 opens both as the same. */
        FILE_REPLACED,
        FILE_NOT_READABLE,
        UNKNOWN_HOST,
        /** The host name is known but no server answers there. */
        UNREACHABLE,
        WRONG_CREDENTIALS,
        /** The server accepts only encrypted connections or passwords; the address forbids that, or the server cannot do it. */
        NOT_ENCRYPTED,
        UNKNOWN_DATABASE,
        /** A pooler on the way to the server allows no transactions, without which no write can be checked. */
        STATEMENT_POOLING,
        /** Anything else; the detail says what. */
        OTHER
    }
}
