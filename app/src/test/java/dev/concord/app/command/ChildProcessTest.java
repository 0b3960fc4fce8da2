package dev.concord.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a shell sees it: its exit code, and nothing on the error stream but its own sentence. */
class ChildProcessTest {

    private static final Pattern OTHERS = Pattern.compile(
            "DISPLAY|WAYLAND_DISPLAY|XDG_.*|(LOCAL)?APPDATA|OPT_LOCKING.*|CONCORD_.*|_JAVA_OPTIONS|JAVA_TOOL_OPTIONS|JDK_JAVA_OPTIONS");

    @TempDir
    Path directory;

    @Test
    void aMissingFileIsOneSentenceAndExitCodeThree() throws Exception {
        assertThat(run("check", directory.resolve("missing.sqlite").toString())).isEqualTo(ExitCode.CANNOT_OPEN.code());

        assertThat(err()).containsExactly("There is no file " + directory.resolve("missing.sqlite") + ".");
    }

    @Test
    void anUnknownOptionIsOneSentenceAndExitCodeTwo() throws Exception {
        assertThat(run("--frobnicate")).isEqualTo(ExitCode.USAGE.code());

        assertThat(err()).hasSize(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayThereIsOneSentenceAndExitCodeFour() throws Exception {
        assertThat(run()).isEqualTo(ExitCode.NO_DISPLAY.code());

        assertThat(err()).hasSize(1);
    }

    @Test
    void aServerThatDoesNotAnswerLeavesNoTraceOfADriverOnTheTerminal() throws Exception {
        assertThat(run("check", "jdbc:postgresql://localhost:1/shop")).isEqualTo(ExitCode.CANNOT_OPEN.code());

        assertThat(err()).containsExactly("Nothing answers at localhost:1.");
    }

    @Test
    void aCheckedDatabaseIsExitCodeZeroAndASilentErrorStream() throws Exception {
        Path file = directory.resolve("shop.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY)");
        }

        assertThat(run("check", file.toString())).isZero();

        assertThat(err()).isEmpty();
        assertThat(Files.readString(directory.resolve("out"))).contains("customer");
    }

    @Test
    void aChecksumIsAllThereIsOnTheOutputAndAMissingRowIsExitCodeFive() throws Exception {
        Path file = directory.resolve("shop.sqlite");
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY)");
            statement.execute("INSERT INTO customer VALUES (4711)");
        }

        assertThat(run("checksum", file.toString(), "customer", "4711")).isZero();
        assertThat(err()).isEmpty();
        assertThat(Files.readString(directory.resolve("out"))).matches("[0-9a-f]{64}\\R");

        assertThat(run("checksum", file.toString(), "customer", "4712")).isEqualTo(ExitCode.NOT_THERE.code());
        assertThat(err()).containsExactly("customer has no row with the key 4712.");
        assertThat(directory.resolve("out")).isEmptyFile();
    }

    private List<String> err() throws IOException {
        return Files.readAllLines(directory.resolve("err"), StandardCharsets.UTF_8);
    }

    private int run(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.home=" + directory,
                "-Duser.language=en",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.concord.app.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        // Nothing of whoever runs the test: neither a display nor settings, logs or a program that is open.
        builder.environment().keySet().removeIf(name -> OTHERS.matcher(name).matches());
        builder.environment().put("HOME", directory.toString());
        return builder.start().waitFor();
    }
}
