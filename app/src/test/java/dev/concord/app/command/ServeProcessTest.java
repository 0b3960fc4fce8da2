package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.http.RawClient;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code concord serve} as a program of its own. */
@Timeout(120)
class ServeProcessTest {
    private static final Pattern ADDRESS = Pattern.compile("http://[^ ]*/");

    @TempDir
    Path directory;

    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void makeDatabase() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id integer primary key, name varchar(50))");
            statement.execute("insert into customer values (1, 'Ada')");
        }
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    private Process start(String classPath, String... javaOptions) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(javaOptions));
        command.addAll(List.of(
                "-cp",
                classPath,
                "dev.concord.app.Main",
                "serve",
                directory.resolve("shop.mv.db").toString(),
                "--port",
                "0"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        for (String variable : List.of("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "HOME")) {
            builder.environment().put(variable, directory.resolve(variable).toString());
        }
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "CONCORD_TOKEN", "OPT_LOCKING"));
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static String withoutJavaFx() {
        return classPath().stream()
                .filter(entry -> {
                    String name = Path.of(entry).getFileName().toString();
                    return !name.startsWith("javafx") && !name.contains("controlsfx") && !name.contains("testfx");
                })
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Returns the port, and adds the lines before it was told to the list. */
    private static int port(BufferedReader lines, List<String> before) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = ADDRESS.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group()).getPort();
            }
            before.add(line);
        }
        throw new IOException("ended before it served: " + before);
    }

    private static String ask(int port, String path) throws IOException {
        try (RawClient client = new RawClient(port)) {
            client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            return client.rest();
        }
    }

    @Test
    void itServesWhereThereIsNoJavaFx() throws Exception {
        Process process = start(withoutJavaFx());
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(lines, new ArrayList<>());

            assertThat(ask(port, "/health")).startsWith("HTTP/1.1 200").endsWith("{\"status\":\"up\"}");
            assertThat(ask(port, "/api/customer/1")).doesNotStartWith("HTTP/1.1 5");
        }
    }

    @Test
    void itLoadsNoClassOfJavaFxWhereThereIsOneNorAnyScreen() throws Exception {
        Path loaded = directory.resolve("loaded.txt");
        Process process =
                start(String.join(File.pathSeparator, classPath()), "-Xlog:class+load:file=" + loaded + ":none");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(lines, new ArrayList<>());
            assertThat(ask(port, "/health")).startsWith("HTTP/1.1 200");
            assertThat(ask(port, "/api/customer/1")).doesNotStartWith("HTTP/1.1 5");
        }
        process.destroy();
        process.waitFor();

        List<String> classes = Files.readAllLines(loaded).stream()
                .map(line -> line.split(" ", 2)[0])
                .toList();
        assertThat(classes).contains("dev.concord.app.gateway.Gateway");
        assertThat(classes).noneMatch(name -> name.startsWith("javafx.") || name.startsWith("com.sun.javafx."));
        assertThat(classes)
                .noneMatch(name -> name.startsWith("dev.concord.") && name.matches(".*(View|Model|Pane|Dialog)"));
    }

    @Test
    void whenTheSystemEndsItItStopsInOrder() throws Exception {
        Process process = start(withoutJavaFx());
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(lines, new ArrayList<>());
            ask(port, "/health");
            // Not by the process itself, which would close what it writes to.
            process.toHandle().destroy();
            List<String> rest = lines.lines().toList();

            assertThat(rest.getLast()).isEqualTo("Stopped; every request was answered.");
        }
        process.waitFor();
        // The database was closed: another program may open it.
        DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop")).close();
    }

    @Test
    void headersThatComeTooSlowlyEndTheirConnection() throws Exception {
        Process process = start(withoutJavaFx(), "-Dsun.net.httpserver.maxReqTime=1");
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                RawClient slow = new RawClient(port(lines, new ArrayList<>()))) {
            slow.send("GET /health HTTP/1.1\r\nHost: loc");

            assertThat(slow.line()).isEmpty();
        }
    }

    @Test
    void headersThatAreTooLongEndTheirConnection() throws Exception {
        Process process = start(withoutJavaFx());
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            int port = port(lines, new ArrayList<>());
            try (RawClient client = new RawClient(port)) {
                client.send("GET /health HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(70_000));

                assertThat(client.line()).isEmpty();
            }
            assertThat(ask(port, "/health")).startsWith("HTTP/1.1 200");
        }
    }
}
