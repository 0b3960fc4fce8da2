package dev.concord.testing;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Galera cluster of three MariaDB servers on this computer, where Debian's packages {@code mariadb-server}, {@code galera-4} and
 * {@code rsync} are installed: the server that {@link MariaDbServer} unpacks comes without Galera.
 */
public final class GaleraCluster implements AutoCloseable {
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final List<Path> PROGRAMS = List.of(
            PROVIDER, Path.of("/usr/sbin/mariadbd"), Path.of("/usr/bin/mariadb-install-db"), Path.of("/usr/bin/rsync"));
    private static final int NODES = 3;
    private static final int PATIENCE_SECONDS = 120;
    private static final String USER = "concord";

    private final Path directory = Names.newServerDirectory("concord-galera");
    private final List<Node> nodes = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    /** One server's ports: for clients, for the others, and for two ways to bring it up to date. */
    private record Node(int client, int group, int incremental, int snapshot) {}

    /** Starts the cluster, one server after the other; it has an empty database {@code app}. */
    public GaleraCluster() {
        for (int i = 0; i < NODES; i++) {
            nodes.add(new Node(Names.port(), Names.port(), Names.port(), Names.port()));
        }
        directory.toFile().setExecutable(true, false);
        directory.toFile().setReadable(true, false);
        directory.toFile().setWritable(true, false);
        try {
            for (int i = 0; i < NODES; i++) {
                start(i);
            }
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        }
    }

    /** Whether all that is needed is installed. */
    public static boolean isInstalled() {
        return PROGRAMS.stream().allMatch(Files::exists);
    }

    /** Returns the port of a server, which are counted from 0. */
    public int port(int node) {
        return nodes.get(node).client();
    }

    /** Returns the settings of a database {@code app} at a port, or at several ports of which the first that answers is taken. */
    public static DatabaseSettings at(Integer... ports) {
        String hosts = Stream.of(ports).map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
        return new DatabaseSettings("jdbc:mariadb://" + hosts + "/app?sslMode=disable", USER, new Secret(USER), false);
    }

    /** Runs statements on a server; returns the answer of the last one that has one, in its last column. */
    public String run(int node, String... statements) {
        try {
            return asked(node, statements);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private String asked(int node, String... statements) throws SQLException {
        String url = "jdbc:mariadb://127.0.0.1:" + port(node) + "/app?sslMode=disable";
        String answer = "";
        try (Connection connection = DriverManager.getConnection(url, USER, USER);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    try (ResultSet result = statement.getResultSet()) {
                        answer = result.next()
                                ? result.getString(result.getMetaData().getColumnCount())
                                : "";
                    }
                }
            }
        }
        return answer;
    }

    private void start(int i) throws IOException {
        Path data = directory.resolve("node" + i);
        run(
                        "install" + i,
                        List.of(
                                "/usr/bin/mariadb-install-db",
                                "--no-defaults",
                                "--datadir=" + data,
                                "--auth-root-authentication-method=normal",
                                "--skip-test-db"))
                .onExit()
                .join();
        List<String> command = new ArrayList<>(List.of("/usr/sbin/mariadbd", "--no-defaults"));
        command.addAll(arguments(i, data));
        processes.add(run("log" + i, command));
        waitUntilSynced(i);
    }

    private Process run(String log, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        if ("root".equals(System.getProperty("user.name"))) {
            // As root, the program that copies one server's data to the next one would give up its rights to read them.
            all.add("--user=mysql");
        }
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(log).toFile())
                .start();
    }

    private List<String> arguments(int i, Path data) throws IOException {
        Node node = nodes.get(i);
        List<String> arguments = new ArrayList<>(List.of(
                "--datadir=" + data,
                "--port=" + node.client(),
                "--socket=" + directory.resolve("s" + i),
                "--pid-file=" + directory.resolve("pid" + i),
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--innodb-buffer-pool-size=64M",
                "--innodb-autoinc-lock-mode=2",
                "--innodb-flush-log-at-trx-commit=2",
                "--binlog-format=ROW",
                "--wsrep-on=ON",
                "--wsrep-provider=" + PROVIDER,
                "--wsrep-cluster-name=concord",
                "--wsrep-cluster-address=gcomm://"
                        + (i == 0 ? "" : "127.0.0.1:" + nodes.getFirst().group()),
                "--wsrep-node-name=node" + i,
                "--wsrep-node-address=127.0.0.1:" + node.group(),
                "--wsrep-sst-method=rsync",
                "--wsrep-sst-receive-address=127.0.0.1:" + node.snapshot(),
                "--wsrep-slave-threads=1",
                "--wsrep-provider-options=base_port=" + node.group() + ";gmcast.listen_addr=tcp://127.0.0.1:"
                        + node.group() + ";ist.recv_addr=127.0.0.1:" + node.incremental()
                        + ";gcache.size=64M;gcache.dir=" + data));
        if (i == 0) {
            Path first = Files.write(
                    directory.resolve("init.sql"),
                    List.of(
                            "CREATE DATABASE app;",
                            "CREATE USER '" + USER + "'@'%' IDENTIFIED BY '" + USER + "';",
                            "GRANT ALL ON *.* TO '" + USER + "'@'%';"));
            arguments.add("--init-file=" + first);
        }
        return arguments;
    }

    private void waitUntilSynced(int node) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (processes.get(node).isAlive() && System.nanoTime() < deadline) {
            try {
                if (asked(node, "show status like 'wsrep_local_state_comment'").equals("Synced")) {
                    return;
                }
            } catch (SQLException _) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("The server does not start: " + Files.readString(directory.resolve("log" + node)));
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        processes.forEach(process -> process.onExit().join());
        Names.deleteTree(directory);
    }
}
