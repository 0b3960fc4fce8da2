package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Dialect;
import dev.concord.database.Secret;
import java.nio.file.Path;

/**
 * The databases every contract must hold on. Use it as the parameter of a test class or method
 * ({@code @ParameterizedTest @EnumSource}); servers start when first needed and stop with the JVM.
 */
public enum Engine {
    /** In memory, inside this JVM. */
    H2(Dialect.H2) {
        @Override
        public DatabaseSettings freshDatabase() {
            return new DatabaseSettings("jdbc:h2:mem:" + Names.next() + ";DB_CLOSE_DELAY=-1", "sa", Secret.NONE, false);
        }
    },
    /** A real server of version 18. */
    POSTGRESQL(Dialect.POSTGRESQL) {
        @Override
        public DatabaseSettings freshDatabase() {
            return PostgresServer.freshDatabase();
        }
    },
    /** A real server of version 11.4. */
    MARIADB(Dialect.MARIADB) {
        @Override
        public DatabaseSettings freshDatabase() {
            return MariaDbServer.freshDatabase();
        }
    },
    /** A file in a temporary directory. */
    SQLITE(Dialect.SQLITE) {
        @Override
        public DatabaseSettings freshDatabase() {
            Path file = Names.temporaryDirectory().resolve(Names.next() + ".sqlite");
            TestDatabase.create("jdbc:sqlite:" + file, "PRAGMA user_version = 1");
            return DatabaseSettings.of(file.toString());
        }
    };

    private final Dialect dialect;

    Engine(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What Concord calls this kind of database. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns a new, empty database of its own for the caller; cheap enough for every test method. */
    public abstract DatabaseSettings freshDatabase();
}
