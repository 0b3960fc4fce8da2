package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two well-known databases that live beside the repository, not in it. */
class SharedDataTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"chinook.sqlite, 11, Track, TrackId, 3503", "northwind.sqlite, 18, Order, Id, 830"})
    void checkUnderstandsAWholeDatabaseOfLooseTypes(String name, int least, String table, String key, int rows)
            throws IOException {
        Path file = copyOf(name);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        byte[] before = Files.readAllBytes(file);

        ExitCode code = commands(out, err).run("check", "--json", file.toString());

        assertThat(err.toString()).isEmpty();
        assertThat(code).isEqualTo(ExitCode.OK);
        JsonNode tables = new ObjectMapper().readTree(out.toString()).path("tables");
        assertThat(tables).hasSizeGreaterThanOrEqualTo(least);
        assertThat(tables).allSatisfy(t -> {
            if (t.path("type").asText().equals("table")) {
                assertThat(t.path("editable").asBoolean())
                        .as(t.path("name").asText())
                        .isTrue();
            }
        });
        assertThat(tables).anySatisfy(t -> {
            assertThat(t.path("name").asText()).isEqualTo(table);
            assertThat(t.at("/key/0").asText()).isEqualTo(key);
            assertThat(t.at("/rows/number").asInt()).isEqualTo(rows);
        });
        assertThat(Files.readAllBytes(file)).as("checking writes nothing").isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"chinook.sqlite", "northwind.sqlite"})
    void theTextReportHasALineForEachTable(String name) throws IOException {
        StringWriter out = new StringWriter();

        assertThat(commands(out, new StringWriter()).run("check", copyOf(name).toString()))
                .isEqualTo(ExitCode.OK);

        assertThat(out.toString()).startsWith(name + " · SQLite").contains("Customer", "Employee", "can be edited.");
    }

    /** A copy, so that nothing can happen to the original. */
    private Path copyOf(String name) throws IOException {
        String given = System.getProperty("concord.shared", "");
        Optional<Path> folder = given.isEmpty()
                ? Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
                        .map(parent -> parent.resolve("shared").resolve("data"))
                        .filter(Files::isDirectory)
                        .findFirst()
                : Optional.of(Path.of(given));
        Optional<Path> file = folder.map(f -> f.resolve(name)).filter(Files::exists);
        assumeTrue(file.isPresent(), () -> name + " is not in a folder shared/data beside the repository");
        return Files.copy(file.orElseThrow(), directory.resolve(name));
    }

    private static Commands commands(StringWriter out, StringWriter err) {
        Terminal terminal = new Terminal(
                new PrintWriter(out),
                new PrintWriter(err),
                Map.of(),
                Path.of("").toAbsolutePath(),
                prompt -> Optional.empty());
        return new Commands(terminal, Texts.of(Locale.ENGLISH), request -> ExitCode.FAULT, _ -> Policies.DEFAULT);
    }
}
