package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.access.SelfSigned;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServeTest {
    private static final String SECRET = "a-secret-of-a-test";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^ ]*/");

    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Map<String, String> environment = new HashMap<>();
    /** What was asked while the gateway served, and the statuses. */
    private final List<String> asked = new ArrayList<>();

    private String file = "";

    @BeforeEach
    void makeDatabase() throws SQLException {
        file = directory.resolve("shop").toString();
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("create table customer (id integer primary key, name varchar(50))");
        }
        file += ".mv.db";
    }

    /** Runs the command; while it serves, the paths are asked. */
    private ExitCode serve(List<String> options, String... paths) {
        List<String> arguments = new ArrayList<>(List.of("serve", file));
        arguments.addAll(options);
        Terminal terminal =
                new Terminal(new PrintWriter(out), new PrintWriter(err), environment, directory, _ -> Optional.empty());
        return new Commands(
                        terminal,
                        Texts.of(Locale.ENGLISH),
                        _ -> ExitCode.FAULT,
                        _ -> Policies.DEFAULT,
                        KeptForServing.NOTHING,
                        stop -> {
                            ask(paths);
                            stop.run();
                        })
                .run(arguments.toArray(String[]::new));
    }

    private void ask(String... paths) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : paths) {
                HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path));
                if (environment.containsKey("CONCORD_TOKEN")) {
                    request.header("Authorization", "Bearer " + SECRET);
                }
                asked.add(path + " "
                        + client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                                .statusCode());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address() {
        List<String> all = ADDRESS.matcher(out.toString())
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(all).as(err.toString()).isNotEmpty();
        return all.getLast();
    }

    private void write(String... lines) throws IOException {
        Files.write(directory.resolve("serve.properties"), List.of(lines));
    }

    @Test
    void itServesUntilItIsToldToStopAndLetsTheDatabaseGo() throws SQLException {
        assertThat(serve(List.of("--port", "0"), "health", "metrics")).isEqualTo(ExitCode.OK);

        assertThat(asked).containsExactly("health 200", "metrics 200");
        assertThat(out.toString())
                .startsWith("Serving shop.mv.db at http://localhost:")
                .contains("GET /health 200 15 bytes ")
                .endsWith("Stopped; every request was answered." + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
        DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop")).close();
    }

    @Test
    void theHelpNamesItsOptions() {
        Terminal terminal =
                new Terminal(new PrintWriter(out), new PrintWriter(err), Map.of(), directory, _ -> Optional.empty());
        new Commands(terminal, Texts.of(Locale.ENGLISH), _ -> ExitCode.FAULT, _ -> Policies.DEFAULT)
                .run("serve", "--help");

        assertThat(out.toString()).contains("--port", "--host", "--config", "--opt-locking", "--opt-locking-attr");
    }

    @Test
    void anOptionComesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
        // None but the port that counts is one that can be had.
        write("serve.port=70000");
        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.USAGE);
        environment.put("CONCORD_SERVE_PORT", "0");
        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.OK);
        environment.put("CONCORD_SERVE_PORT", "none");
        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.USAGE);
        assertThat(serve(List.of("--config", "serve.properties", "--port", "0")))
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void aValueThatIsWrongIsNamedWhereItWasWritten() {
        assertThat(serve(List.of("--port", "abc"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("The setting --port is not valid");
        environment.put("CONCORD_SERVE_PORT", "none");
        assertThat(serve(List.of())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("The setting CONCORD_SERVE_PORT is not valid");
    }

    /** A word that nobody reads would leave the token with all tables, or without the right to write. */
    @ParameterizedTest
    @ValueSource(strings = {"a.table", "a.right", "A.tables", "a.b"})
    void aLineOfATokenThatIsMisspeltIsNamed(String line) throws IOException {
        write("serve.token.a=" + "0".repeat(64), "serve.token." + line + "=customer");

        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("The setting serve.token." + line + " is not valid");
    }

    @Test
    void oneFileSaysHowTablesAreGuardedAndHowTheyAreServed() throws IOException {
        write("serve.port=0", "locking=required", "table.customer.locking=optional");

        assertThat(serve(List.of("--config", "serve.properties"), "health")).isEqualTo(ExitCode.OK);
        write("serve.port=0", "locking=sometimes");
        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("sometimes");
    }

    @ParameterizedTest
    @CsvSource({
        "serve.prot=1, serve.prot",
        "serve.port=-1, serve.port",
        "serve.port=x, serve.port",
        "serve.read-only=perhaps, serve.read-only",
        "serve.body-bytes=0, serve.body-bytes",
        "serve.token.a=123, serve.token.a",
        "serve.token.a.rights=write, serve.token.a.rights",
        "serve.tls.key=key.pem, serve.tls.certificate",
        "serve.tls.certificate=cert.pem, serve.tls.key"
    })
    void aSettingThatMeansNothingIsNamed(String line, String setting) throws IOException {
        write(line);

        assertThat(serve(List.of("--config", "serve.properties"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("The setting " + setting + " is not valid");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void tablesAndColumnsAreServedUnderTheNamesOfTheFile() throws IOException {
        write("serve.port=0", "serve.type.CUSTOMER=Customer", "serve.attribute.customer.name=fullName");

        assertThat(serve(
                        List.of("--config", "serve.properties"),
                        "api/Customer?sort=fullName",
                        "api/Customer?sort=NAME",
                        "api/CUSTOMER"))
                .isEqualTo(ExitCode.OK);
        assertThat(asked)
                .containsExactly("api/Customer?sort=fullName 200", "api/Customer?sort=NAME 400", "api/CUSTOMER 404");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serve.type.nothing=Job|the database has no table or column nothing",
                "serve.attribute.customer.nothing=x|the database has no table or column customer.nothing",
                "serve.type.customer=|\"\" cannot be a name",
                "serve.type.customer=operations|\"operations\" cannot be a name",
                "serve.type.customer=INVOICE|INVOICE is the database's own name of something else"
            })
    void anAliasThatCannotBeUsedIsOneSentenceAndNothingIsServed(String line, String sentence) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop"));
                Statement statement = connection.createStatement()) {
            statement.execute("create table invoice (id integer primary key)");
        }
        write("serve.port=0", line);

        assertThat(serve(List.of("--config", "serve.properties"), "health")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString())
                .startsWith(line.substring(0, line.indexOf('=')))
                .contains(sentence);
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(asked).isEmpty();
        DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop")).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nope", "customer, Nope"})
    void aTokenForATableThatDoesNotExistIsOneSentenceAndNothingIsServed(String tables) throws Exception {
        write("serve.port=0", "serve.token.x=" + "0".repeat(64), "serve.token.x.tables=" + tables);

        assertThat(serve(List.of("--config", "serve.properties"), "health")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString().lines())
                .containsExactly("serve.token.x.tables: the database has no table or view Nope.");
        assertThat(asked).isEmpty();
        DriverManager.getConnection("jdbc:h2:" + directory.resolve("shop")).close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void otherComputersAreNotServedWithoutASecretAndTls(String host) throws Exception {
        List<String> options = List.of("--host", host, "--port", "0");
        assertThat(serve(options)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("no client has to prove who it is");

        environment.put("CONCORD_TOKEN", SECRET);
        assertThat(serve(options)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("sent in the clear");

        SelfSigned made = new SelfSigned(directory, "EC");
        environment.put("CONCORD_SERVE_TLS_CERTIFICATE", made.certificate().toString());
        environment.put("CONCORD_SERVE_TLS_KEY", made.key().toString());
        assertThat(serve(options)).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("serve.hosts");

        environment.put("CONCORD_SERVE_HOSTS", "records.example");
        assertThat(serve(options)).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("at https://localhost:");
        assertThat(err.toString() + out).doesNotContain(SECRET);
    }

    @Test
    void aSecretOfTheEnvironmentIsNeededWhereItIsSet() {
        environment.put("CONCORD_TOKEN", SECRET);
        assertThat(serve(List.of("--port", "0"), "metrics")).isEqualTo(ExitCode.OK);
        assertThat(asked).containsExactly("metrics 200");

        environment.put("CONCORD_TOKEN", SECRET + "2");
        assertThat(serve(List.of("--port", "0"), "metrics")).isEqualTo(ExitCode.OK);
        assertThat(asked).contains("metrics 401");

        environment.put("CONCORD_TOKEN", "short");
        assertThat(serve(List.of("--port", "0"))).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("CONCORD_TOKEN").doesNotContain("short");
    }

    @Test
    void aPortThatIsTakenIsOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertThat(serve(List.of("--port", port))).isEqualTo(ExitCode.CANNOT_OPEN);
            assertThat(err.toString().strip())
                    .isEqualTo("Another program listens on localhost, port " + port
                            + ", or it is not an address of this computer.");
        }
    }
}
