package dev.concord.app.pending;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.drafts.FoundDrafts;
import dev.concord.drafts.KeptDraft;
import dev.concord.record.RecordKey;
import dev.concord.record.Snapshot;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/**
 * A program that is killed while somebody types in it has kept everything but the last moment, and nothing else. Five are
 * killed in the ordinary run, sixty in the long one, and any other number with {@code -Dtest.kills}. The files are in memory
 * where the system has such a folder: what is measured is the program and not the disk, which may be as busy as it likes.
 */
@Tag("long")
class KilledTypistTest {
    private static final int KILLS = Integer.getInteger("test.kills", Boolean.getBoolean("test.long") ? 60 : 5);

    /** How old a keystroke may be that is not on the disk, in milliseconds after the program has dealt with it. */
    private static final long MOST_LOST = 1_000;

    private static final int LONGEST = 2_500;

    @TempDir(factory = InMemory.class)
    Path folder;

    static final class InMemory implements TempDirFactory {
        private static final Path MEMORY = Path.of("/dev/shm");

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "concord")
                    : Files.createTempDirectory("concord");
        }
    }

    /** What stood in a field from a moment on; no text once it is saved. */
    private record Keystroke(long at, String text, String unreadable) {
        List<String> state() {
            return text.equals("-") ? List.of() : List.of(text, unreadable);
        }
    }

    @Test
    void atMostTheLastSecondOfTypingIsMissing() throws IOException, InterruptedException {
        Random random = new Random();
        long seed = random.nextLong();
        random.setSeed(seed);
        for (int kill = 0; kill < KILLS; kill++) {
            Path root = Files.createDirectory(folder.resolve("kill" + kill));
            Map<String, List<Keystroke>> typed = typeUntilKilled(root, kill, random.nextInt(LONGEST));
            long end = typed.values().stream()
                    .mapToLong(strokes -> strokes.getLast().at())
                    .max()
                    .orElse(0);
            FoundDrafts found = Typist.folder(root).look(Instant.now());
            assertThat(found.unread()).isEmpty();
            Map<String, KeptDraft> kept = new HashMap<>();
            found.offered().forEach(draft -> kept.put(name(draft), draft));
            assertThat(kept).as("one draft for each record").hasSameSizeAs(found.offered());
            assertThat(typed.keySet()).containsAll(kept.keySet());
            typed.forEach(
                    (record, strokes) -> assertThat(lost(strokes, state(Optional.ofNullable(kept.get(record))), end))
                            .as("milliseconds lost of %s at kill %d of seed %d", record, kill(root), seed)
                            .isLessThanOrEqualTo(MOST_LOST));
        }
    }

    private static int kill(Path root) {
        return Integer.parseInt(root.getFileName().toString().substring("kill".length()));
    }

    /** Returns how long before the end the first keystroke was that is not on the disk, in milliseconds; 0 when all are. */
    private static long lost(List<Keystroke> strokes, List<String> kept, long end) {
        for (int last = strokes.size() - 1; last >= 0; last--) {
            if (strokes.get(last).state().equals(kept)) {
                return last + 1 < strokes.size() ? end - strokes.get(last + 1).at() : 0;
            }
        }
        assertThat(kept).as("what was never typed").isEmpty();
        return end - strokes.getFirst().at();
    }

    private static List<String> state(Optional<KeptDraft> draft) {
        return draft.map(kept -> List.of(
                        kept.draft().changes().get("city").text(),
                        kept.unreadable().getOrDefault("city", "")))
                .orElse(List.of());
    }

    private static String name(KeptDraft draft) {
        return draft.draft().base().map(Snapshot::key).map(RecordKey::label).orElse("new");
    }

    /** Kills the program a while after its first keystroke, and returns all it is known to have been given. */
    private static Map<String, List<Keystroke>> typeUntilKilled(Path root, int seed, int millis)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        root.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<String, List<Keystroke>> typed = new HashMap<>();
        long first = 0;
        boolean killed = false;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] words = line.split("\t", -1);
                if (words.length < 3 || (words.length < 4 && !words[2].equals("-"))) {
                    // The kill came in the middle of the line.
                    break;
                }
                long at = Long.parseLong(words[0]);
                first = first == 0 ? at : first;
                typed.computeIfAbsent(words[1], record -> new ArrayList<>())
                        .add(new Keystroke(at, words[2], words.length > 3 ? words[3] : ""));
                if (!killed && at - first >= millis) {
                    // By its handle, which leaves what it has written to be read.
                    process.toHandle().destroyForcibly();
                    killed = true;
                }
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(typed).as("the program has run").isNotEmpty();
        return typed;
    }
}
