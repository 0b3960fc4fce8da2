package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.database.OpenOutcome.Reason;
import dev.concord.dialect.Dialect;
import dev.concord.dialect.SqlFault;
import dev.concord.dialect.SqlFaults;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenDatabaseTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void anOpenDatabaseKnowsItsDialect(Engine engine) {
        try (Database database = TestDatabase.open(engine)) {
            assertThat(database.dialect()).isEqualTo(engine.dialect());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadOnlyDatabaseRefusesEveryWrite(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        try (Database writable = TestDatabase.open(settings)) {
            TestDatabase.execute(writable, "CREATE TABLE t (id INT PRIMARY KEY)", "INSERT INTO t VALUES (1)");
            DatabaseSettings forReading =
                    new DatabaseSettings(settings.address(), settings.user(), settings.password(), true);

            try (Database database = TestDatabase.open(forReading)) {
                assertThat(database.readOnly()).isTrue();
                assertThat(ask(database, "SELECT count(*) FROM t")).isEqualTo("1");
                for (String write : new String[] {"INSERT INTO t VALUES (2)", "UPDATE t SET id = 3", "DELETE FROM t"}) {
                    assertThatThrownBy(() -> run(database, write))
                            .isInstanceOfSatisfying(SQLException.class, e -> assertThat(
                                            SqlFaults.of(e, database.dialect()).kind())
                                    .isEqualTo(SqlFault.Kind.NOT_PERMITTED));
                }
            }
            assertThat(ask(writable, "SELECT count(*) FROM t WHERE id = 1")).isEqualTo("1");
        }
    }

    @Test
    void aReadOnlyH2DatabaseRefusesAWriteInsideAQuery() {
        DatabaseSettings settings = Engine.H2.freshDatabase();
        try (Database writable = TestDatabase.open(settings);
                Database database =
                        TestDatabase.open(new DatabaseSettings(settings.address(), "sa", Secret.NONE, true))) {
            TestDatabase.execute(writable, "CREATE TABLE t (id INT PRIMARY KEY)");

            assertThatThrownBy(() -> ask(database, "SELECT id FROM FINAL TABLE (INSERT INTO t VALUES (1))"))
                    .hasMessageContaining("reading only");
        }
    }

    @Test
    void aReadOnlyH2DatabaseStillReadsWordsThatLookLikeWrites() throws SQLException {
        DatabaseSettings settings = Engine.H2.freshDatabase();
        try (Database writable = TestDatabase.open(settings);
                Database database =
                        TestDatabase.open(new DatabaseSettings(settings.address(), "sa", Secret.NONE, true))) {
            TestDatabase.execute(writable, "CREATE TABLE t (\"update\" VARCHAR)", "INSERT INTO t VALUES ('delete')");

            assertThat(ask(database, "SELECT \"update\" FROM t WHERE \"update\" = 'delete'"))
                    .isEqualTo("delete");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyConnectionIsReadCommittedAndAutocommits(Engine engine) throws SQLException {
        try (Database database = TestDatabase.open(engine);
                Connection connection = database.dataSource().getConnection()) {
            assertThat(connection.getAutoCommit()).isTrue();
            if (engine != Engine.SQLITE) {
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            }
        }
    }

    @Test
    void sqliteChecksForeignKeysAndKeepsTheJournalMode() throws SQLException {
        DatabaseSettings settings = Engine.SQLITE.freshDatabase();
        try (Database database = TestDatabase.open(settings)) {
            assertThat(ask(database, "PRAGMA foreign_keys")).isEqualTo("1");
            assertThat(ask(database, "PRAGMA journal_mode")).isEqualTo("delete");
            assertThat(ask(database, "PRAGMA busy_timeout")).isEqualTo("5000");
        }
    }

    @Test
    void mariaDbRefusesAValueThatDoesNotFitInsteadOfCuttingIt() {
        try (Database database = TestDatabase.open(Engine.MARIADB)) {
            TestDatabase.execute(database, "CREATE TABLE t (word VARCHAR(3))");

            assertThatThrownBy(() -> run(database, "INSERT INTO t VALUES ('abcd')"))
                    .hasMessageContaining("too long");
        }
    }

    @Test
    void aFileIsRecognisedByItsContentWhateverItsName() throws IOException {
        Path disguised = directory.resolve("orders.txt");
        TestDatabase.create("jdbc:sqlite:" + disguised, "CREATE TABLE t (id INTEGER PRIMARY KEY)");

        try (Database database = TestDatabase.open(DatabaseSettings.of(disguised.toString()))) {
            assertThat(database.dialect()).isEqualTo(Dialect.SQLITE);
            assertThat(database.label()).isEqualTo("orders.txt");
        }
    }

    @Test
    void anH2FileOpensByPathWithAndWithoutItsSuffixAndByUrlAtOnce() {
        Path base = directory.resolve("stock");
        TestDatabase.create("jdbc:h2:file:" + base, "CREATE TABLE t (id INT)");

        try (Database byPath = TestDatabase.open(DatabaseSettings.of(base + ".mv.db"));
                Database byName = TestDatabase.open(DatabaseSettings.of(base.toString()));
                Database byUrl = TestDatabase.open(DatabaseSettings.of("jdbc:h2:file:" + base))) {
            TestDatabase.execute(byPath, "INSERT INTO t VALUES (1)");

            assertThat(ask(byName, "SELECT count(*) FROM t")).isEqualTo("1");
            assertThat(ask(byUrl, "SELECT count(*) FROM t")).isEqualTo("1");
        }
    }

    @Test
    void anUnnamedMemoryDatabaseIsOneForTheWholePool() throws SQLException {
        try (Database database = TestDatabase.open(DatabaseSettings.of("jdbc:h2:mem:"));
                Connection first = database.dataSource().getConnection();
                Connection second = database.dataSource().getConnection();
                Statement one = first.createStatement();
                Statement two = second.createStatement()) {
            one.execute("CREATE TABLE t (id INT)");

            assertThat(two.executeQuery("SELECT * FROM t").next()).isFalse();
        }
    }

    @Test
    void serversOpenByTheUrlsTheirOwnToolsWrite() {
        for (Engine engine : new Engine[] {Engine.POSTGRESQL, Engine.MARIADB}) {
            DatabaseSettings jdbc = engine.freshDatabase();
            String withUser = jdbc.address()
                    .replace("jdbc:", "")
                    .replace("//", "//" + jdbc.user() + ":" + jdbc.password().reveal() + "@");

            try (Database database = TestDatabase.open(DatabaseSettings.of(withUser))) {
                assertThat(database.dialect()).isEqualTo(engine.dialect());
                assertThat(database.label()).startsWith("localhost:").doesNotContain(jdbc.user() + ":");
            }
        }
    }

    @Test
    void aMySqlUrlIsSpokenThroughMariaDbsDriverAndTheServerSaysWhatItIs() {
        DatabaseSettings settings = Engine.MARIADB.freshDatabase();
        String url = settings.address().replace("jdbc:mariadb", "jdbc:mysql") + "?useSSL=false&serverTimezone=UTC";

        try (Database database =
                TestDatabase.open(new DatabaseSettings(url, settings.user(), settings.password(), false))) {
            assertThat(database.dialect()).isEqualTo(Engine.MARIADB.dialect());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2:tcp"})
    void anUnknownHostIsSaid(String kind) {
        assertFailure(
                DatabaseSettings.of("jdbc:" + kind + "://no-such-host.invalid/shop"),
                Reason.UNKNOWN_HOST,
                "no-such-host.invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2:tcp"})
    void aHostWhereNothingListensIsSaid(String kind) throws IOException {
        try (Socket taken = new Socket()) {
            // Kept while the test runs, so that no other program listens there.
            taken.bind(new InetSocketAddress(0));
            String deaf = "localhost:" + taken.getLocalPort();
            assertFailure(DatabaseSettings.of("jdbc:" + kind + "://" + deaf + "/shop"), Reason.UNREACHABLE, deaf);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Engine.class, mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    void aWrongPasswordIsSaidAndNeverShown(Engine engine) {
        DatabaseSettings right = engine.freshDatabase();
        try (Database keepsItAlive = TestDatabase.open(right)) {
            String user = engine == Engine.POSTGRESQL ? "clerk" + System.nanoTime() : right.user();
            if (engine == Engine.POSTGRESQL) {
                TestDatabase.execute(keepsItAlive, "CREATE ROLE " + user + " LOGIN PASSWORD 'right'");
            }
            DatabaseSettings wrong = new DatabaseSettings(right.address(), user, new Secret("not-the-password"), false);

            OpenOutcome.Failed failed = assertFailure(wrong, Reason.WRONG_CREDENTIALS, user);
            assertThat(failed.toString()).doesNotContain("not-the-password");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Engine.class,
            names = {"POSTGRESQL", "MARIADB"})
    void aDatabaseTheServerDoesNotHaveIsSaid(Engine engine) {
        DatabaseSettings settings = engine.freshDatabase();
        String elsewhere = settings.address().replaceFirst("/concord_\\d+$", "/atlantis");

        assertFailure(
                new DatabaseSettings(elsewhere, settings.user(), settings.password(), false),
                Reason.UNKNOWN_DATABASE,
                "atlantis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "jdbc:h2:file:", "jdbc:sqlite:"})
    void aMissingFileIsSaidAndNotCreated(String prefix) {
        Path missing = directory.resolve("missing.mv.db");

        assertFailure(DatabaseSettings.of(prefix + missing), Reason.FILE_MISSING, missing.toString());
        assertThat(missing).doesNotExist();
    }

    @Test
    void anEmptyFileATextFileAndADirectoryAreNoDatabases() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty.sqlite"));
        Path text = Files.writeString(directory.resolve("letter.sqlite"), "Dear Ana, here is the list of customers.");

        for (Path path : new Path[] {empty, text, directory}) {
            assertFailure(DatabaseSettings.of(path.toString()), Reason.NOT_A_DATABASE, path.toString());
            assertFailure(DatabaseSettings.of("jdbc:sqlite:" + path), Reason.NOT_A_DATABASE, path.toString());
        }
        assertThat(empty).isEmptyFile();
    }

    @Test
    void aDamagedSqliteFileIsSaid() throws IOException {
        Path file = directory.resolve("damaged.sqlite");
        TestDatabase.create("jdbc:sqlite:" + file, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        overwrite(file, 100);

        assertFailure(DatabaseSettings.of(file.toString()), Reason.CORRUPT, file.toString());
    }

    @Test
    void aDamagedH2FileIsSaid() throws IOException {
        Path file = directory.resolve("damaged.mv.db");
        TestDatabase.create(
                "jdbc:h2:file:" + directory.resolve("damaged"),
                "CREATE TABLE t AS SELECT X FROM SYSTEM_RANGE(1, 9999)");
        overwrite(file, 50);

        assertFailure(DatabaseSettings.of(file.toString()), Reason.CORRUPT, file.toString());
    }

    @Test
    void aSqliteFileAnotherProgramHoldsIsInUse() throws SQLException {
        Path file = directory.resolve("held.sqlite");
        TestDatabase.create("jdbc:sqlite:" + file, "CREATE TABLE t (id INTEGER PRIMARY KEY)");
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN EXCLUSIVE");

            assertFailure(DatabaseSettings.of(file.toString()), Reason.FILE_IN_USE, file.toString());
        }
    }

    @Test
    void anH2FileAnotherProgramHoldsAloneIsInUse() throws IOException {
        Path file = directory.resolve("held.mv.db");
        TestDatabase.create("jdbc:h2:file:" + directory.resolve("held"), "CREATE TABLE t (id INT)");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();

            assertFailure(DatabaseSettings.of(file.toString()), Reason.FILE_IN_USE, file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "jdbc:oracle:thin:@//host/db",
                "jdbc:",
                "http://example.org/customers",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite::resource:http://example.org/evil.db",
                "jdbc:h2:zip:~/db.zip!/test",
                "jdbc:mariadb:replication://a,b/shop",
                "jdbc:mariadb://address=(host=a)(localSocket=/tmp/x)/shop",
                "jdbc:postgresql:shop",
                "jdbc:postgresql://host/shop;INIT=x"
            })
    void anAddressThatIsNoneOfOursIsNotUnderstood(String address) {
        assertThat(DatabaseOpener.open(DatabaseSettings.of(address)))
                .isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo(Reason.ADDRESS_NOT_UNDERSTOOD));
    }

    private static OpenOutcome.Failed assertFailure(DatabaseSettings settings, Reason reason, String subject) {
        OpenOutcome outcome = DatabaseOpener.open(settings);
        assertThat(outcome).isInstanceOf(OpenOutcome.Failed.class);
        OpenOutcome.Failed failed = (OpenOutcome.Failed) outcome;
        assertThat(failed.reason()).as(failed.detail()).isEqualTo(reason);
        assertThat(failed.subject()).isEqualTo(subject);
        return failed;
    }

    private static void overwrite(Path file, int from) throws IOException {
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] rubbish = new byte[(int) content.length() - from];
            java.util.Arrays.fill(rubbish, (byte) 0x5A);
            content.seek(from);
            content.write(rubbish);
        }
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, String sql) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(answer.getMetaData().getColumnCount());
        } catch (SQLException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }
}
