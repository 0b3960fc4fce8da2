package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.dialect.Dialect;
import java.nio.file.Path;

/**
 * The databases every contract must hold on. Use it as the parameter of a test class or method
 * ({@code @ParameterizedTest @EnumSource}); servers start when first needed and stop with the JVM.
 */
public enum Engine {
    /** In memory, inside this JVM. */
    H2(Dialect.H2) {
        @Override
        DatabaseSettings create() {
            return new DatabaseSettings("jdbc:h2:mem:" + Names.next() + ";DB_CLOSE_DELAY=-1", "sa", Secret.NONE, false);
        }

        @Override
        void drop(DatabaseSettings settings) {
            TestDatabase.create(settings.address() + ";USER=sa", "SHUTDOWN");
        }
    },
    /** A real server of version 18. */
    POSTGRESQL(Dialect.POSTGRESQL) {
        @Override
        DatabaseSettings create() {
            return PostgresServer.freshDatabase();
        }

        @Override
        void drop(DatabaseSettings settings) {
            PostgresServer.drop(settings);
        }
    },
    /** A real server of version 11.4, or a MySQL: see {@link MariaDbServer}. */
    MARIADB(MariaDbServer.dialect()) {
        @Override
        DatabaseSettings create() {
            return MariaDbServer.freshDatabase();
        }

        @Override
        void drop(DatabaseSettings settings) {
            MariaDbServer.drop(settings);
        }
    },
    /** A file in a temporary directory. */
    SQLITE(Dialect.SQLITE) {
        @Override
        DatabaseSettings create() {
            Path file = Names.directoryWithoutWaiting().resolve(Names.next() + ".sqlite");
            TestDatabase.create("jdbc:sqlite:" + file, "PRAGMA user_version = 1");
            return DatabaseSettings.of(file.toString());
        }

        @Override
        void drop(DatabaseSettings settings) {
            Names.deleteWhatBeginsWith(Path.of(settings.address()));
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

    /** Returns a new, empty database of its own for the caller; it is dropped when the running test has ended. */
    public DatabaseSettings freshDatabase() {
        return FreshDatabases.given(this, create());
    }

    abstract DatabaseSettings create();

    abstract void drop(DatabaseSettings settings);
}
