package dev.concord.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Drafts of another program on the same database, and of one whose disk is full. */
class DraftProcessesTest {
    @TempDir
    Path root;

    @Test
    void whileItsProgramLivesADraftIsNotOfferedAndOnceItIsKilledItIs() throws Exception {
        DraftFolder folder = new DraftArchive(root, Sealing.PLAIN).of(Drafts.DATABASE);
        Program program = new Program();
        assertThat(program.type(1, 3)).isEqualTo("kept");
        assertThat(folder.look(Drafts.NOW)).isEqualTo(FoundDrafts.NONE);
        try (DraftSession session = folder.begin()) {
            assertThat(folder.take(new UUID(0, 1), session)).isEmpty();
            assertThat(folder.discard(new UUID(0, 1), Drafts.NOW)).isEmpty();
            assertThat(program.type(1, 4)).isEqualTo("kept");
            program.kill();
            assertThat(folder.look(Drafts.NOW).offered()).containsExactly(Drafts.of(1, "xxxx"));
            assertThat(folder.take(new UUID(0, 1), session)).contains(Drafts.of(1, "xxxx"));
        }
    }

    @Test
    void programsThatLookAtTheSameTimeFindTheSame() throws Exception {
        try (DraftSession session =
                new DraftArchive(root, Sealing.PLAIN).of(Drafts.DATABASE).begin()) {
            session.put(Drafts.of(1, "Ulm"));
        }
        Program other = new Program();
        assertThat(other.type(0, 0)).isEqualTo("looking");
        DraftFolder folder = new DraftArchive(root, Sealing.PLAIN).of(Drafts.DATABASE);
        assertThat(folder.look(Drafts.NOW).offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(folder.discard(new UUID(0, 1), Drafts.NOW))
                .as("nothing is changed while somebody reads it")
                .isEmpty();
        other.kill();
        assertThat(folder.discard(new UUID(0, 1), Drafts.NOW)).isPresent();
    }

    /** The system's limit for the size of a file stands for a disk that is full: a write ends in the middle of an entry. */
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no ulimit")
    void aWriteThatFailsInTheMiddleLosesNothingThatWasKeptAndTheNextOneThatFitsIsKept() throws Exception {
        Program program = new Program("/bin/sh", "-c", "ulimit -f 200; exec \"$@\"", "sh");
        assertThat(program.type(1, 3)).isEqualTo("kept");
        long before = size();
        assertThat(program.type(2, 500_000)).isEqualTo("not kept");
        assertThat(size())
                .as("cut off, so that the next entry needs its own room only")
                .isEqualTo(before);
        assertThat(program.type(2, 5)).isEqualTo("kept");
        assertThat(program.type(3, 500_000)).isEqualTo("not kept");
        program.kill();
        assertThat(new DraftArchive(root, Sealing.PLAIN)
                        .of(Drafts.DATABASE)
                        .look(Drafts.NOW)
                        .offered())
                .containsExactly(Drafts.of(1, "xxx"), Drafts.of(2, "xxxxx"));
    }

    private long size() throws IOException {
        return Files.size(FolderContents.of(root.resolve(Drafts.DATABASE.identity()), "*.drafts")
                .getFirst());
    }

    private final class Program {
        private final Process process;
        private final Writer in;
        private final BufferedReader out;

        Program(String... before) throws IOException {
            List<String> command = new ArrayList<>(List.of(before));
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xshare:auto",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    TypingProgram.class.getName(),
                    root.toString()));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            in = process.outputWriter(StandardCharsets.US_ASCII);
            out = process.inputReader(StandardCharsets.US_ASCII);
        }

        String type(int number, int letters) throws IOException {
            in.write(number + " " + letters + "\n");
            in.flush();
            return String.valueOf(out.readLine());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }
    }
}
