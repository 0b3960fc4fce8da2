package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concord.catalog.Table;
import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples in {@code docs/checksum.md}, whose digests another program computed, and that program. */
class ChecksumDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "checksum.md");

    /** One example of the document. */
    record Example(String table, Row row, String digest) {
        @Override
        public String toString() {
            return table;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDocumentedExampleHasTheDocumentedDigest(Example example) {
        assertThat(RowDigest.of(Tables.holding(example.table(), example.row()), example.row(), Set.of())
                        .hex())
                .isEqualTo(example.digest());
    }

    @Test
    void theDocumentedProgramAgreesWithEveryExample(@TempDir Path directory) throws IOException, InterruptedException {
        assumeTrue(python(), "There is no Python 3 here, so the documented program is not run");
        Path program = Files.write(directory.resolve("checksum.py"), block("python"));
        Process run = new ProcessBuilder("python3", program.toString(), DOCUMENT.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said.lines())
                .containsExactlyElementsOf(
                        examples().stream().map(example -> "agrees " + example).toList());
        assertThat(run.waitFor()).isZero();
    }

    private static boolean python() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Test
    void everyTypeFamilyHasAnExampleOfItsOwn() throws IOException {
        Set<Class<?>> shown = examples().stream()
                .filter(example -> example.row().values().size() == 1)
                .map(example -> example.row().get("v").getClass())
                .collect(Collectors.toSet());
        // A large value is a text, JSON or bytes, which are as good when they are held.
        shown.add(Value.Large.class);
        assertThat(shown).containsExactlyInAnyOrder(Value.class.getPermittedSubclasses());
    }

    @Test
    void aValueOfMoreThanSixteenMegabytesCountsByItsOwnDigestAsDocumented() {
        Row row = Row.of("v", Value.of("é".repeat(Value.LARGE / 2) + "!"));
        String own = sha256("é".repeat(Value.LARGE / 2) + "!");
        Row stands = Row.of("v", new Value.Large(Value.Large.Kind.TEXT, Value.LARGE + 1L, own));
        Table table = Tables.holding("large", row);
        assertThat(RowDigest.of(table, row, Set.of())).isEqualTo(RowDigest.of(table, stands, Set.of()));
        Row held = Row.of("v", Value.of("é".repeat(Value.LARGE / 2)));
        assertThat(RowDigest.of(table, held, Set.of()).hex()).isEqualTo(sha256(CanonicalBytes.of("large", held)));
    }

    private static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        String table = "";
        Row row = Row.EMPTY;
        for (String line : block("vectors")) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "" -> {}
                case "table" -> {
                    table = line.substring("table ".length());
                    row = Row.EMPTY;
                }
                case "digest" -> examples.add(new Example(table, row, words[1]));
                default -> row = row.with(words[0], written(words[1], words.length < 3 ? "" : words[2]));
            }
        }
        return examples;
    }

    private static List<String> block(String language) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        int start = lines.indexOf("```" + language) + 1;
        List<String> rest = lines.subList(start, lines.size());
        return rest.subList(0, rest.indexOf("```"));
    }

    /** After a tag with a star come a number and what is repeated. */
    private static Value written(String tag, String text) {
        if (!tag.endsWith("*")) {
            return value(tag, text);
        }
        String[] words = text.split(" ", 2);
        return value(tag.substring(0, 1), words[1].repeat(Integer.parseInt(words[0])));
    }

    private static Value value(String tag, String text) {
        return switch (tag) {
            case "0" -> Value.ofNull();
            case "T" -> Value.of(text);
            case "T!" -> new Value.Malformed(Bytes.of(HexFormat.of().parseHex(text)));
            case "N" -> Value.of(new BigDecimal(text));
            case "f" -> new Value.Float32(Float.parseFloat(text));
            case "F" -> new Value.Float64(Double.parseDouble(text));
            case "B" -> Value.of(Boolean.parseBoolean(text));
            case "d" -> new Value.Date(LocalDate.parse(text));
            case "t" -> new Value.Time(LocalTime.parse(text));
            case "D" -> new Value.DateTime(LocalDateTime.parse(text));
            case "M" -> new Value.Moment(OffsetDateTime.parse(text));
            case "U" -> new Value.Uuid(UUID.fromString(text));
            case "J" -> new Value.Json(text);
            case "X" -> new Value.Binary(Bytes.of(HexFormat.of().parseHex(text)));
            case "O" -> new Value.Other("other", text);
            default -> throw new IllegalArgumentException("No such tag: " + tag);
        };
    }
}
