package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.testing.LockingContract;
import dev.concord.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The system's limit for the size of a file stands for a disk that is full. */
@LockingContract
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
class FullDiskTest {

    /** H2 closes the database when it cannot write; the file, opened again, tells how the COMMIT ended. */
    @ParameterizedTest(name = "after {0} blocks")
    @ValueSource(ints = {1000, 1500, 2000})
    void whatH2CannotWriteIsNotCarriedOutAndWhatItAcknowledgedIsThere(int blocks) throws Exception {
        DatabaseSettings settings = TestDatabase.freshH2File();
        try (Database database = TestDatabase.open(settings)) {
            TestDatabase.execute(
                    database,
                    "create table item (id integer primary key, name varchar(1000000), stock integer)",
                    "insert into item values (1, 'tea', 0)");
        }
        List<String> told = filling(settings, blocks);
        assertThat(told).hasSize(7);
        assertThat(told.getFirst()).isEqualTo("save Refused NOT_CARRIED_OUT");
        // A small write may still find room.
        assertThat(told.subList(1, 6)).noneMatch(line -> line.contains("Unconfirmed"));
        try (Database database = TestDatabase.open(settings)) {
            assertThat(TestDatabase.answer(
                            database, "select coalesce(max(cast(stock as varchar)), 'gone') from item where id = 1"))
                    .isEqualTo(told.getLast());
        }
    }

    private static List<String> filling(DatabaseSettings settings, int blocks) throws Exception {
        Process program = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -f " + blocks + "; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FillingProgram.class.getName(),
                        settings.address())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return program.inputReader(StandardCharsets.US_ASCII).lines().toList();
        } finally {
            program.destroyForcibly();
            program.onExit().join();
        }
    }
}
