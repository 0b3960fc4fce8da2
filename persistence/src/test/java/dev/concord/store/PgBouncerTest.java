package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.testing.PgBouncer;
import dev.concord.version.Guard;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@link PoolerTest}'s race through the real PgBouncer; skipped where it is not installed. */
@LockingContract
@LongRun
class PgBouncerTest {
    private static final int SERVER_CONNECTIONS = 5;
    private static final int PEOPLE = 6;

    private final Path program = installed();
    private final DatabaseSettings direct = Engine.POSTGRESQL.freshDatabase();

    @ParameterizedTest(name = "{0}")
    @MethodSource("dev.concord.store.PoolerTest#guards")
    void whatIsReportedAsSavedThroughPgBouncerIsInTheDatabase(Guard guard) throws Exception {
        try (PgBouncer pooler = new PgBouncer(program, "transaction", SERVER_CONNECTIONS);
                Shop aside = new Shop(Engine.POSTGRESQL, direct, PoolerTest.TABLE, PoolerTest.ROWS);
                Shop shop = new Shop(Engine.POSTGRESQL, through(pooler)).guardedBy("item", guard)) {
            new OwnRows(shop, aside, PEOPLE).save(Length.of(600, 15_000));
        }
    }

    @Test
    void aPgBouncerOfStatementsIsRefused() {
        try (PgBouncer pooler = new PgBouncer(program, "statement", 1)) {
            assertThat(DatabaseOpener.open(through(pooler)))
                    .isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> assertThat(failed.reason())
                            .isEqualTo(OpenOutcome.Reason.STATEMENT_POOLING));
        }
    }

    private static Path installed() {
        Optional<Path> program = PgBouncer.program();
        assumeTrue(program.isPresent(), "PgBouncer is not installed here");
        return program.orElseThrow();
    }

    private DatabaseSettings through(PgBouncer pooler) {
        String address = direct.address().replaceAll(":\\d+/", ":" + pooler.port() + "/");
        return new DatabaseSettings(address, direct.user(), direct.password(), false);
    }
}
