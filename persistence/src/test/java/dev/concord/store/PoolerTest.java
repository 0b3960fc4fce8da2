package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseOpener;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.OpenOutcome;
import dev.concord.outcome.StoreFault;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.sql.Transaction;
import dev.concord.sql.Transactions;
import dev.concord.sql.Transactions.Completion;
import dev.concord.sql.Transactions.Ending;
import dev.concord.testing.Engine;
import dev.concord.testing.Length;
import dev.concord.testing.LockingContract;
import dev.concord.testing.LongRun;
import dev.concord.testing.TestDatabase;
import dev.concord.testing.TransactionPooler;
import dev.concord.testing.TransactionPooler.Mode;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A pooler that gives each transaction another of three server connections. PostgreSQL alone: the poolers of MariaDB keep
 * the settings of each client.
 */
@LockingContract
@LongRun
class PoolerTest {
    private static final int SERVER_CONNECTIONS = 3;
    private static final int PEOPLE = 6;

    static final String TABLE = "create table item"
            + " (id integer primary key, name text, took interval, data bytea, version integer not null)";
    static final String ROWS =
            "insert into item select i, '-', interval '1 day 02:03:04', '\\x00ff', 1 from generate_series(1, 6) i";

    private final DatabaseSettings direct = Engine.POSTGRESQL.freshDatabase();
    private final Shop aside = new Shop(Engine.POSTGRESQL, direct, TABLE, ROWS);
    private TransactionPooler pooler;

    @BeforeEach
    void startPooler() {
        pooler = pooler(Mode.TRANSACTION);
    }

    @AfterEach
    void stop() {
        pooler.close();
        aside.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void whatIsReportedAsSavedIsInTheDatabase(Guard guard) throws Exception {
        try (Shop shop = through(guard)) {
            new OwnRows(shop, aside, PEOPLE).save(Length.of(600, 12_000));
        }
    }

    static List<Guard> guards() {
        return List.of(OnEveryGuard.COUNTER, OnEveryGuard.DIGEST);
    }

    @ParameterizedTest(name = "read-only {0}")
    @ValueSource(booleans = {true, false})
    void noSettingOfASessionIsLeftChanged(boolean readOnly) {
        Set<String> before = settingsOfSessions();
        try (Database database = TestDatabase.open(through(readOnly))) {
            RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);
            RecordKey key = aside.key("item", Row.of("id", Value.of(1)));
            for (int i = 0; i < 2 * SERVER_CONNECTIONS; i++) {
                Snapshot base = store.find(key).orElseThrow();
                store.save(Draft.of(base).with("name", Value.of("save " + i)));
            }
            assertThat(settingsOfSessions()).isEqualTo(before);
        }
        assertThat(settingsOfSessions()).isEqualTo(before);
    }

    /** Another program has left its settings on the server's connections. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("guards")
    void settingsThatOthersLeftAreNoConflict(Guard guard) {
        everySession("set IntervalStyle = 'iso_8601'; set bytea_output = 'escape'; set lock_timeout = 0;"
                + " set statement_timeout = 0; set default_transaction_isolation = 'serializable'");
        try (Shop shop = through(guard)) {
            Snapshot base = shop.first("item");
            assertThat(base.row()).isEqualTo(aside.first("item").row());
            assertThat(base.row().get("took").text()).isEqualTo("1 day 02:03:04");
            shop.saved(Draft.of(base).with("name", Value.of("saved")));
        }
    }

    @Test
    void readsAndWritesHaveTheirTimeLimitsAndTheirIsolation() {
        String question = "select current_setting('lock_timeout') || ' ' || current_setting('statement_timeout') || ' '"
                + " || current_setting('transaction_isolation')";
        String limits = "5s 30s read committed";
        try (Database database = TestDatabase.open(through(false))) {
            Transactions transactions = new Transactions(database);
            String ofReads = transactions.read(transaction -> transaction.text(question));
            assertThat(ofReads).isEqualTo(limits);
            assertThat(transactions.writeAtOnce(transaction -> transaction.text(question)))
                    .isEqualTo(new Ending.Done<>(limits));
            assertThat(transactions.write(transaction -> Completion.commit(transaction.text(question))))
                    .isEqualTo(new Ending.Done<>(limits));
        }
    }

    @Test
    void aDatabaseOpenedForReadingIsReadOnlyForConcordAndForNobodyElse() {
        try (Database database = TestDatabase.open(through(true))) {
            Transactions transactions = new Transactions(database);
            String insert = "insert into item (id) values (99)";
            assertReadOnly(transactions.writeAtOnce(transaction -> {
                transaction.execute(insert);
                return true;
            }));
            assertReadOnly(transactions.write(transaction -> {
                transaction.execute(insert);
                return Completion.commit(true);
            }));
            assertThatThrownBy(() -> transactions.read(transaction -> {
                        transaction.execute(insert);
                        return true;
                    }))
                    .isInstanceOf(StoreFault.class);
            everySession("update item set name = 'written by another program'");
        }
    }

    private static void assertReadOnly(Ending<Boolean> ending) {
        assertThat(ending).isInstanceOfSatisfying(Ending.Failed.class, failed -> assertThat(
                        ((Ending.Failed<?>) failed).error().getSQLState())
                .isEqualTo("25006"));
    }

    /** One statement is a whole transaction then, and no save could be checked. */
    @Test
    void aPoolerOfStatementsIsRefused() {
        try (TransactionPooler statements = pooler(Mode.STATEMENT)) {
            OpenOutcome outcome = DatabaseOpener.open(through(statements, false));
            assertThat(outcome).isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> assertThat(failed.reason())
                    .isEqualTo(OpenOutcome.Reason.STATEMENT_POOLING));
        }
    }

    /** As PgBouncer does unless its settings name the parameter; the driver then sets it by a statement. */
    @Test
    void aPoolerThatRefusesTheDriversParametersIsAsked() {
        pooler.refuse("extra_float_digits");
        try (Shop shop = through(OnEveryGuard.COUNTER)) {
            shop.saved(Draft.of(shop.first("item")).with("name", Value.of("saved")));
        }
    }

    @Test
    void withoutAPoolerOneStatementIsATransactionAndTheSessionKeepsItsSettings() {
        try (Database database = TestDatabase.open(direct)) {
            Transactions transactions = new Transactions(database);
            assertThat(transactions.writeAtOnce(Transaction::process))
                    .isInstanceOfSatisfying(Ending.Done.class, done -> assertThat((OptionalInt) done.result())
                            .isPresent());
            assertThat(TestDatabase.answer(database, "show lock_timeout")).isEqualTo("5s");
            assertThat(TestDatabase.answer(database, "show transaction_isolation"))
                    .isEqualTo("read committed");
        }
    }

    /** Returns what programs have set on the server's connections; what is about the present transaction is no setting. */
    private Set<String> settingsOfSessions() {
        return everySession("select string_agg(name || ' = ' || setting, ', ' order by name) from pg_settings"
                + " where source = 'session' and name not like 'transaction_%'");
    }

    /** Sends a statement of its own to each of the server's connections, as another program; returns what they answer. */
    private Set<String> everySession(String sql) {
        Set<String> answers = new TreeSet<>();
        String url = through(false).address() + "?prepareThreshold=0&assumeMinServerVersion=9.0";
        try (Connection connection = DriverManager.getConnection(url, direct.user(), "");
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < SERVER_CONNECTIONS; i++) {
                if (statement.execute(sql)) {
                    try (ResultSet answer = statement.getResultSet()) {
                        answer.next();
                        answers.add(String.valueOf(answer.getString(1)));
                    }
                }
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return answers;
    }

    private Shop through(Guard guard) {
        return new Shop(Engine.POSTGRESQL, through(false)).guardedBy("item", guard);
    }

    private DatabaseSettings through(boolean readOnly) {
        return through(pooler, readOnly);
    }

    private DatabaseSettings through(TransactionPooler way, boolean readOnly) {
        String address = direct.address().replaceAll(":\\d+/", ":" + way.port() + "/");
        return new DatabaseSettings(address, direct.user(), direct.password(), readOnly);
    }

    private TransactionPooler pooler(Mode mode) {
        String[] parts = direct.address().replaceAll(".*:(\\d+)/(.*)", "$1 $2").split(" ", 2);
        return new TransactionPooler(Integer.parseInt(parts[0]), parts[1], mode, SERVER_CONNECTIONS);
    }
}
