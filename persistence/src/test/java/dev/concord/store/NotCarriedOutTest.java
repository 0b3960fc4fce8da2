package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.database.Dialect;
import dev.concord.outcome.Outcome.Refused;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.SaveOutcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Errors of the database that are not about the values, so they must not be reported as a violated rule. */
class NotCarriedOutTest {

    @ParameterizedTest(name = "{0}")
    @EnumSource(names = {"POSTGRESQL", "MARIADB"})
    void aSaveTheServerStopsBreaksNoRule(Engine engine) throws Exception {
        assumeThat(engine.dialect()).as("MySQL stops nothing but queries").isNotEqualTo(Dialect.MYSQL);
        try (Shop shop = Shop.withItems(engine, OnEveryGuard.COUNTER);
                Connection other = shop.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(7));
            other.setAutoCommit(false);
            statement.execute(shop.quoted("select * from \"item\" for update"));
            String limit = engine == Engine.POSTGRESQL ? "set statement_timeout = " : "set max_statement_time = ";
            shop.onEveryConnection(limit + (engine == Engine.POSTGRESQL ? "100" : "0.1"));
            assertThat(shop.store().save(draft)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.reason()).isEqualTo(Reason.NOT_CARRIED_OUT);
                assertThat(refused.detail()).isNotEmpty();
            });
            other.rollback();
            shop.onEveryConnection(limit + 0);
            shop.saved(draft);
        }
    }

    @Test
    void aFullDatabaseBreaksNoRule() throws Exception {
        try (Shop shop = Shop.withItems(Engine.SQLITE, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("name", Value.of("x".repeat(100_000)));
            shop.onEveryConnection("pragma max_page_count = 1");
            assertThat(shop.store().save(draft))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                            .isEqualTo(Reason.NOT_CARRIED_OUT));
            shop.onEveryConnection("pragma max_page_count = 1000");
            shop.saved(draft);
        }
    }

    @Test
    void whoeverIsToldToStopWhileHeWaitsForAConnectionHadNone() throws Exception {
        try (Shop shop = Shop.withItems(Engine.H2, OnEveryGuard.COUNTER)) {
            Draft draft = Draft.of(shop.item()).with("stock", Value.of(7));
            RecordStore store = shop.store();
            CompletableFuture<SaveOutcome> told = new CompletableFuture<>();
            Thread saving = new Thread(() -> told.complete(store.save(draft)));
            List<Connection> all = new ArrayList<>();
            try {
                for (int i = 0; i < 8; i++) {
                    all.add(shop.database().dataSource().getConnection());
                }
                saving.start();
                while (saving.isAlive() && saving.getState() != Thread.State.TIMED_WAITING) {
                    Thread.onSpinWait();
                }
                saving.interrupt();
                assertThat(told.get(1, TimeUnit.MINUTES))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.reason())
                                .isEqualTo(Reason.CONNECTION_LOST));
            } finally {
                for (Connection connection : all) {
                    connection.close();
                }
            }
            shop.saved(draft);
        }
    }
}
