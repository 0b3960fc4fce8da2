package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same database. */
class DatabaseIdentityTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/sales, postgresql://DB:5432/sales",
        "jdbc:postgresql://db/sales, postgres://ana:secret@db/sales?ssl=true",
        "jdbc:postgresql://a/s, 'jdbc:postgresql://a:5432/s?currentSchema=x'",
        "'jdbc:postgresql://a,b:5433/s', 'jdbc:postgresql://b:5433,a:5432/s'",
        "jdbc:postgresql://localhost/s, jdbc:postgresql://127.0.0.1:5432/s",
        "jdbc:postgresql://localhost/s, jdbc:postgresql://[::1]/s",
        "jdbc:postgresql://[fe80::1]/s, jdbc:postgresql://[fe80::1]:5432/s",
        "jdbc:postgresql://ana@db/, jdbc:postgresql://db/ana",
        "jdbc:mariadb://db/sales, mysql://db:3306/sales",
        "jdbc:h2:tcp://db/sales, jdbc:h2:ssl://db:9092/sales;USER=sa",
    })
    void theSame(String one, String other) {
        assertThat(identity(one)).isPresent().isEqualTo(identity(other));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db/sales, jdbc:postgresql://db/Sales",
        "jdbc:postgresql://db/sales, jdbc:postgresql://db2/sales",
        "jdbc:postgresql://db/sales, jdbc:postgresql://db:5433/sales",
        "jdbc:postgresql://db/sales, jdbc:mariadb://db:5432/sales",
        "jdbc:mariadb://db/sales, jdbc:mariadb://db:3307/sales",
    })
    void different(String one, String other) {
        assertThat(identity(one)).isPresent().isNotEqualTo(identity(other));
    }

    @Test
    void aFileIsTheSameByEveryNameItHas() throws IOException {
        Path file = folder.resolve("notes.db");
        TestDatabase.create("jdbc:sqlite:" + file, "PRAGMA user_version = 1");
        Path link = Files.createSymbolicLink(folder.resolve("link.db"), file);
        Optional<String> identity = identity(file.toString());
        assertThat(identity.orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(List.of(
                        identity(link.toString()),
                        identity("jdbc:sqlite:" + folder.resolve("x/../notes.db")),
                        identity(folder + "/./notes.db")))
                .containsOnly(identity);
        Path other = Files.copy(file, folder.resolve("copy.db"));
        assertThat(identity(other.toString())).isNotEqualTo(identity);
    }

    @Test
    void aDatabaseInMemoryHasNone() {
        assertThat(identity("jdbc:h2:mem:x")).isEmpty();
    }

    private static Optional<String> identity(String address) {
        return switch (AddressReader.read(address)) {
            case Address.Understood(Address read) -> DatabaseIdentity.of(read, read.user());
            case Address.Refused refused -> throw new AssertionError(refused.failed());
        };
    }
}
