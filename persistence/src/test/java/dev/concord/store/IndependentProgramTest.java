package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that knows {@code docs/checksum.md} only and reads an SQLite file by itself computes the checksums Concord does. */
class IndependentProgramTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "checksum.md");

    /** Reads each row by Python's own SQLite and prints its checksum, by the tags of the page's table of types. */
    private static final String READER = """

            import sqlite3
            TAGS = {"null": "0", "integer": "N", "real": "F", "text": "T", "blob": "X"}
            db = sqlite3.connect(sys.argv[1])
            names = [c[1] for c in db.execute("pragma table_xinfo(t)") if c[6] not in (2, 3)]
            quoted = ", ".join('"%s", typeof("%s")' % (n, n) for n in names)
            for row in db.execute("select %s from t order by id" % quoted):
                columns = {}
                for i, name in enumerate(names):
                    stored, kind = row[2 * i], row[2 * i + 1]
                    columns[name] = (TAGS[kind], str(stored) if kind == "integer" else stored)
                print(checksum("t", columns))
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16le", "UTF-16be"})
    void anIndependentProgramComputesTheSameChecksumsOfAnSqliteFile(String encoding) throws Exception {
        assumeThat(python()).as("Python 3 is here, with its SQLite").isTrue();
        Path file = directory.resolve("t.sqlite");
        TestDatabase.create(
                "jdbc:sqlite:" + file,
                "pragma encoding = '" + encoding + "'",
                "create table t (id integer primary key, a text, b, c real, d numeric, e blob, f int as (id + 1),"
                        + " \"é𝄞\" varchar(3), j json, bo boolean, da date)",
                "insert into t (id, a, b, c, d, e, \"é𝄞\", j, bo, da) values"
                        + " (1, 'Ana Müller 𝄞 ', 'text', 0.1, 1.50, x'00ff', '', '{\"b\": 1}', 1, '2026-01-02'),"
                        + " (2, null, 9007199254740993, -0.0, '7', 'text in a blob', 3, null, 'yes', null),"
                        + " (3, 'naïve', x'61', 1e308, 1e400, zeroblob(5000), 'longer than three', '[]', 0, 12)");
        try (Shop shop = new Shop(Engine.SQLITE, DatabaseSettings.of(file.toString()))) {
            List<String> ours = IntStream.rangeClosed(1, 3)
                    .mapToObj(id -> shop.store()
                            .find(shop.key("t", Row.of("id", Value.of(id))))
                            .orElseThrow()
                            .token()
                            .orElseThrow())
                    .map(token -> ((VersionToken.OfDigest) token).hex())
                    .toList();
            assertThat(run(file)).isEqualTo(ours);
        }
    }

    private List<String> run(Path file) throws IOException, InterruptedException {
        String page = Files.readString(DOCUMENT);
        String program = page.substring(page.indexOf("```python\n") + "```python\n".length());
        String functions = program.substring(0, program.indexOf("\nif __name__"));
        Path script = Files.writeString(directory.resolve("read.py"), functions + READER);
        Process python = new ProcessBuilder("python3", script.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).as(said).isZero();
        return said.lines().toList();
    }

    private static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "import sqlite3")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
