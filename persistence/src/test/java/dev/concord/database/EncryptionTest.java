package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.OpenOutcome.Reason;
import dev.concord.testing.Engine;
import dev.concord.testing.MariaDbServer;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that insist on encrypted connections, or on encrypted passwords. */
class EncryptionTest {
    private static final int CONNECTIONS = 8;

    private final DatabaseSettings settings = Engine.MARIADB.freshDatabase();

    /** Set before every test. */
    @SuppressWarnings("NullAway.Init")
    private Database before;

    @BeforeEach
    void open() {
        before = TestDatabase.open(settings);
    }

    @AfterEach
    void close() {
        TestDatabase.execute(before, "SET GLOBAL require_secure_transport = OFF");
        before.close();
    }

    @Test
    void everyConnectionToAServerThatInsistsIsEncrypted() throws SQLException {
        insist();
        try (Database database = TestDatabase.open(settings)) {
            TestDatabase.execute(before, "SET GLOBAL require_secure_transport = OFF");
            assertThat(ciphers(database)).hasSize(CONNECTIONS).doesNotContain("");
        }
    }

    @Test
    void anAccountThatMustComeEncryptedDoes() throws SQLException {
        String user = "careful" + System.nanoTime();
        TestDatabase.execute(
                before,
                "CREATE USER " + user + "@'%' IDENTIFIED BY 'p' REQUIRE SSL",
                "GRANT ALL ON *.* TO " + user + "@'%'");
        try (Database database =
                TestDatabase.open(new DatabaseSettings(settings.address(), user, new Secret("p"), false))) {
            assertThat(ciphers(database)).hasSize(CONNECTIONS).doesNotContain("");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslMode=disable", "useSsl=false"})
    void whatTheAddressSaysIsKeptTo(String setting) throws SQLException {
        DatabaseSettings openly = with(setting);
        try (Database database = TestDatabase.open(openly)) {
            assertThat(ciphers(database)).containsOnly("");
        }
        insist();
        assertThat(DatabaseOpener.open(openly))
                .isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> assertThat(failed.reason())
                        .isEqualTo(Reason.NOT_ENCRYPTED));
    }

    @Test
    void whoWantsACertificateIsNotConnectedWithout() {
        insist();
        assertThat(DatabaseOpener.open(with("verifyServerCertificate=true"))).isInstanceOf(OpenOutcome.Failed.class);
    }

    @Test
    void mysqlsWordForWhatIsDoneAnywayIsUnderstoodAndAnUnknownOneIsNoFault() {
        insist();
        TestDatabase.open(with("sslMode=PREFERRED")).close();
        assertThat(DatabaseOpener.open(with("sslMode=whatever"))).isInstanceOf(OpenOutcome.Failed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "RSA public key is not available client side (option serverRsaPublicKeyFile not set)",
                "Cannot use authentication plugin mysql_clear_password if SSL is not enabled."
            })
    void theDriversWordsForAPasswordItWillNotSendOpenlyAreKnown(String words) {
        assertThat(Encryption.isMissing(new SQLException(words, "S1009"))).isTrue();
        assertThat(Encryption.isMissing(new SQLException("Access denied", "28000", 1045)))
                .isFalse();
    }

    private void insist() {
        TestDatabase.execute(before, "SET GLOBAL require_secure_transport = ON");
    }

    private DatabaseSettings with(String setting) {
        return new DatabaseSettings(settings.address() + "?" + setting, settings.user(), settings.password(), false);
    }

    /** How each connection of the pool is encrypted; empty where it is not. */
    private static List<String> ciphers(Database database) throws SQLException {
        List<Connection> all = new ArrayList<>();
        List<String> ciphers = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = database.dataSource().getConnection();
                all.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet answer = statement.executeQuery("SHOW STATUS LIKE 'Ssl_cipher'")) {
                    answer.next();
                    ciphers.add(answer.getString(2));
                }
            }
        } finally {
            for (Connection connection : all) {
                connection.close();
            }
        }
        return ciphers;
    }

    /** A server without encryption, and a wrong password: the second try, encrypted, fails for another reason. */
    @Test
    void aWrongPasswordOfAServerThatCannotEncryptIsToldAsOne() throws IOException {
        // Closed in the opposite order: the threads end when nothing is accepted any more.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                ServerSocket proxy = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress())) {
            Future<?> _ = threads.submit(() -> {
                while (true) {
                    unencrypted(proxy.accept(), threads);
                }
            });
            String address = settings.address().replaceFirst(":\\d+/", ":" + proxy.getLocalPort() + "/");
            assertThat(DatabaseOpener.open(new DatabaseSettings(address, settings.user(), new Secret("wrong"), false)))
                    .isInstanceOfSatisfying(OpenOutcome.Failed.class, failed -> {
                        assertThat(failed.reason()).isEqualTo(Reason.WRONG_CREDENTIALS);
                        assertThat(failed.subject()).isEqualTo(settings.user());
                    });
        }
    }

    /** Passes a connection on to the server, whose greeting no longer says that it can encrypt. */
    private static Object unencrypted(Socket client, ExecutorService threads) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), MariaDbServer.port());
        byte[] header = server.getInputStream().readNBytes(4);
        byte[] greeting = server.getInputStream().readNBytes((header[0] & 0xff) | (header[1] & 0xff) << 8);
        int version = 1;
        while (greeting[version] != 0) {
            version++;
        }
        // After the version: the connection's number, eight bytes of the challenge, a zero, the capabilities' lower
        // half.
        greeting[version + 1 + 4 + 8 + 1 + 1] &= ~(0x0800 >> 8);
        client.getOutputStream().write(header);
        client.getOutputStream().write(greeting);
        client.getOutputStream().flush();
        Future<?> _ = threads.submit(() -> server.getInputStream().transferTo(client.getOutputStream()));
        Future<?> _ = threads.submit(() -> client.getInputStream().transferTo(server.getOutputStream()));
        return client;
    }
}
