package dev.concord.app.gateway;

import dev.concord.app.gateway.atomic.AnswerFolder;
import dev.concord.app.gateway.atomic.KeptAnswers;
import dev.concord.app.gateway.resource.AliasLine;
import dev.concord.app.gateway.resource.AliasReader;
import dev.concord.app.gateway.resource.AliasReading;
import dev.concord.app.gateway.resource.Aliases;
import dev.concord.app.journal.MergedWrites;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.dialect.Dialect;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A gateway over a fresh database on a free port of this computer, and a client. */
public final class TestGateway implements AutoCloseable {
    private final Database database;
    private final Gateway gateway;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> lines = new ArrayList<>();

    /** Serves an H2 database in memory. */
    public TestGateway(String... statements) throws IOException {
        this(GatewayOptions.local(0), statements);
    }

    /** Serves an H2 database in memory. */
    public TestGateway(GatewayOptions options, String... statements) throws IOException {
        this(options, Engine.H2.freshDatabase(), Policies.DEFAULT, statements);
    }

    /** Serves a database. */
    public TestGateway(GatewayOptions options, DatabaseSettings settings, Policies policies, String... statements)
            throws IOException {
        this(options, settings, policies, List.of(), statements);
    }

    /** Serves a database some of whose tables and columns have other names. */
    public TestGateway(
            GatewayOptions options,
            DatabaseSettings settings,
            Policies policies,
            List<AliasLine> aliases,
            String... statements)
            throws IOException {
        this.database = TestDatabase.open(settings);
        sql(statements);
        RecordStore store = new RecordStore(database, new Catalog(database), policies);
        try {
            KeptAnswers answers = new KeptAnswers(
                    new AnswerFolder(Files.createTempDirectory(TestDatabase.directory(), "answers")), "test");
            this.gateway = Gateway.start(
                    new ServedDatabase(MergedWrites.unkept(store), Merging.DEFAULT, Optional.of(answers))
                            .with(read(aliases, store)),
                    options,
                    this::add);
        } catch (IOException e) {
            database.close();
            throw e;
        }
    }

    private static Aliases read(List<AliasLine> lines, RecordStore store) {
        return switch (AliasReader.read(lines, store)) {
            case AliasReading.Read(Aliases aliases) -> aliases;
            case AliasReading.Refused refused -> throw new IllegalArgumentException(refused.toString());
        };
    }

    private void add(String line) {
        synchronized (lines) {
            lines.add(line);
            lines.notifyAll();
        }
    }

    /** Returns the lines of the log as soon as there are as many; an answer may arrive before its line is written. */
    public List<String> awaitLines(int number) throws InterruptedException {
        synchronized (lines) {
            while (lines.size() < number) {
                lines.wait();
            }
            return List.copyOf(lines);
        }
    }

    /** Writes with SQL, as a colleague does; names in double quotes are quoted as the database wants it. */
    public void sql(String... statements) {
        boolean backquotes = database.dialect() == Dialect.MARIADB;
        sqlAsWritten(Arrays.stream(statements)
                .map(one -> backquotes ? one.replace('"', '`') : one)
                .toArray(String[]::new));
    }

    /** Writes with SQL of the database. */
    public void sqlAsWritten(String... statements) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Gateway gateway() {
        return gateway;
    }

    public String address() {
        return gateway.address();
    }

    public int port() {
        return URI.create(gateway.address()).getPort();
    }

    /** Returns a request to an address below the gateway's. */
    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.address() + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Reads. */
    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    /** Sends a document. */
    public HttpResponse<String> send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers)
                .header("Content-Type", "application/vnd.api+json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Sends a request. */
    public HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Takes the database away from under the gateway. */
    public void closeDatabase() {
        database.close();
    }

    @Override
    public void close() {
        client.close();
        gateway.stop();
        database.close();
    }
}
