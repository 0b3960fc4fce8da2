package dev.concord.bench.records;

import dev.concord.database.Database;
import java.time.Duration;

/** Who saves, and how a colleague's change would be noticed. */
public enum SaverKind {
    CONCORD("Concord, version column") {
        @Override
        Saving on(Database database, long id) {
            return new ConcordSaving(database, Item.VERSIONED, ConcordSaving.ALONE, id);
        }
    },
    CONCORD_BOTH("Concord, digest, moving a version") {
        @Override
        Saving on(Database database, long id) {
            return new ConcordSaving(database, Item.VERSIONED, ConcordSaving.BOTH, id);
        }
    },
    CONCORD_RETRY("Concord, retry") {
        @Override
        Saving on(Database database, long id) {
            return new ConcordSaving(database, Item.VERSIONED, ConcordSaving.ALONE, id).pausing();
        }
    },
    JDBC("JDBC by hand, version column") {
        @Override
        Saving on(Database database, long id) {
            return new JdbcSaving(database, id);
        }
    },
    /** Shows what a few microseconds more on the same core make of a wait for the disk; see docs/performance.md. */
    JDBC_BUSY("JDBC by hand, computing for 20 microseconds beside") {
        @Override
        Saving on(Database database, long id) {
            return new JdbcSaving(database, id).computingBeside(Duration.ofNanos(20_000));
        }
    },
    JOOQ("jOOQ, record version") {
        @Override
        Saving on(Database database, long id) {
            return JooqSaving.byVersion(database, id);
        }
    },
    HIBERNATE("Hibernate, @Version") {
        @Override
        Saving on(Database database, long id) {
            return new HibernateSaving(database, id);
        }
    },
    CONCORD_DIGEST("Concord, digest") {
        @Override
        Saving on(Database database, long id) {
            return new ConcordSaving(database, Item.UNVERSIONED, ConcordSaving.ALONE, id);
        }
    },
    JOOQ_COMPARING("jOOQ, comparing every column") {
        @Override
        Saving on(Database database, long id) {
            return JooqSaving.byComparing(database, id);
        }
    };

    private final String label;

    SaverKind(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Somebody who saves one row of the database this way. */
    abstract Saving on(Database database, long id);
}
