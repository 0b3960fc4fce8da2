package dev.concord.bench.http;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/** A PostgreSQL server as it comes: a commit waits until the disk has it, which the tests' servers do not do. */
final class DiskServer implements AutoCloseable {
    private final EmbeddedPostgres server = EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
            .start();

    DiskServer() throws IOException {}

    DatabaseSettings settings() {
        return new DatabaseSettings(
                server.getJdbcUrl("postgres", "postgres"), "postgres", new Secret("postgres"), false);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
