package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest {
    @TempDir
    private Path folder;

    @Test
    void anEmptyFileIsMadeAndCanBeOpened() throws Exception {
        Path base = folder.resolve("empty");
        H2File.create(base);
        assertThat(opened(base)).isEqualTo("Opened");
    }

    /**
     * Java reads host names from a file here, which has none for this computer; in a JVM of its own, because H2 looks
     * the name up only once.
     */
    @Test
    void itOpensOnAComputerThatDoesNotKnowItsOwnName() throws IOException, InterruptedException {
        Path names = Files.writeString(folder.resolve("hosts"), "127.0.0.1 localhost\n");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djdk.net.hosts.file=" + names,
                        "-cp",
                        System.getProperty("java.class.path"),
                        H2FileTest.class.getName(),
                        folder.resolve("sample").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(other.inputReader().lines()).containsExactly("Opened");
        assertThat(other.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    public static void main(String[] arguments) throws Exception {
        Path base = Path.of(arguments[0]);
        H2File.create(base);
        System.out.println(opened(base));
    }

    private static String opened(Path base) {
        OpenOutcome outcome = DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:file:" + base));
        if (outcome instanceof OpenOutcome.Opened opened) {
            opened.database().close();
        }
        return outcome.getClass().getSimpleName();
    }
}
