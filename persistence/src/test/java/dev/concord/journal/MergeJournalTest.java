package dev.concord.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.record.Bytes;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.testing.EveryKindOfValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Merges that are kept before they are written. */
class MergeJournalTest {
    @TempDir
    Path folder;

    @Test
    void everyKindOfValueComesBackAsItWas() throws IOException {
        Row all = Row.EMPTY;
        for (int i = 0; i < EveryKindOfValue.VALUES.size(); i++) {
            all = all.with("column \"" + i + "\" é", EveryKindOfValue.VALUES.get(i));
        }
        MergeEntry entry = new MergeEntry(
                "sales on db.example.org",
                new RecordKey(new TableId("public", "customer"), Row.of("id", Value.of(4711))),
                Instant.parse("2026-11-25T16:00:00.123456789Z"),
                all,
                all.with("mine", Value.of(1)),
                all.with("theirs", Value.of(2)),
                Row.EMPTY);
        new MergeJournal(folder).append(entry);
        List<MergeEntry> entries = new MergeJournal(folder).entries();
        assertThat(entries).containsExactly(entry);
        assertThat(List.copyOf(entries.getFirst().base().values().values())).isEqualTo(EveryKindOfValue.VALUES);
    }

    @Test
    void theLargestTextAndTheLargestBytesComeBack() throws IOException {
        Row large = Row.of("text", Value.of("é".repeat(Value.LARGE / 2)))
                .with("bytes", new Value.Binary(Bytes.of(new byte[Value.LARGE])));
        MergeEntry entry = entry(1, large);
        MergeJournal journal = new MergeJournal(folder);
        journal.append(entry);
        assertThat(journal.entries()).containsExactly(entry);
    }

    @Test
    void aLineTornByACrashCostsNoOtherEntry() throws IOException {
        MergeJournal journal = new MergeJournal(folder);
        journal.append(entry(1));
        Path file = folder.resolve("merges.jsonl");
        String line = Files.readString(file, StandardCharsets.US_ASCII);
        for (int length : List.of(1, line.length() / 2, line.length() - 2)) {
            Files.writeString(file, line.substring(0, length), StandardOpenOption.APPEND);
            assertThat(journal.entries()).containsExactly(entry(1));
            journal.append(entry(2));
            assertThat(journal.entries()).containsExactly(entry(1), entry(2));
            Files.writeString(file, line);
        }
        Files.write(file, new byte[] {(byte) 0xc3, 0, (byte) 0xff}, StandardOpenOption.APPEND);
        journal.append(entry(3));
        assertThat(journal.entries()).containsExactly(entry(1), entry(3));
    }

    @Test
    void theOldestAreDroppedOnceThereAreTooMany() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 3);
        for (int i = 1; i <= 7; i++) {
            journal.append(entry(i));
        }
        assertThat(journal.entries()).containsExactly(entry(4), entry(5), entry(6), entry(7));
    }

    @Test
    void theOldestAreDroppedOnceTheyAreTooLargeButTheLastOneAlwaysFits() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 2_000, 100);
        for (int i = 1; i <= 3; i++) {
            journal.append(entry(i, Row.of("text", Value.of("x".repeat(5_000)))));
        }
        assertThat(journal.entries()).extracting(entry -> entry.key().label()).containsExactly("2", "3");
    }

    @Test
    void anAppendDoesNotReadTheEntriesBeforeIt() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 2);
        journal.append(entry(1));
        journal.append(entry(2));
        Path file = folder.resolve("merges.jsonl");
        Files.writeString(file, "x".repeat((int) Files.size(file) - 1) + "\n");
        journal.append(entry(3));
        assertThat(Files.readString(folder.resolve("merges.old.jsonl")))
                .as("two entries were remembered, though one line is all that could be counted")
                .startsWith("xxx");
    }

    @Test
    void entriesAreCountedAgainWhenTheSizeOfTheFileIsNotTheOneRemembered() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 3);
        journal.append(entry(1));
        Path file = folder.resolve("merges.jsonl");
        Files.writeString(file, Files.readString(file).repeat(3));
        journal.append(entry(4));
        journal.append(entry(5));
        assertThat(labels(journal)).containsExactly("1", "1", "1", "4", "5");
        assertThat(Files.readAllLines(file)).hasSize(2);
    }

    @Test
    void programsThatShareAFileCountEachOthersEntries() throws IOException {
        List<MergeJournal> programs =
                List.of(new MergeJournal(folder, 1_000_000, 3), new MergeJournal(folder, 1_000_000, 3));
        for (int i = 1; i <= 7; i++) {
            programs.get(i % 2).append(entry(i));
        }
        assertThat(labels(programs.getFirst())).containsExactly("4", "5", "6", "7");
    }

    @Test
    void anOperationDropsNoneOfItsOwnEntriesHoweverManyTheyAre() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 2);
        journal.append(entry(1));
        try (MergeJournal.Operation operation = journal.begin()) {
            for (int i = 2; i <= 9; i++) {
                operation.append(entry(i));
            }
            assertThat(labels(journal)).containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        }
        journal.append(entry(10));
        journal.append(entry(11));
        assertThat(labels(journal))
                .as("the file is replaced by the second full one only")
                .hasSize(11);
        journal.append(entry(12));
        assertThat(labels(journal)).containsExactly("10", "11", "12");
    }

    @Test
    void otherEntriesDropNoneOfARunningOperation() throws IOException {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 1);
        try (MergeJournal.Operation operation = journal.begin()) {
            operation.append(entry(1));
            try (MergeJournal.Operation another = journal.begin()) {
                another.append(entry(2));
            }
            journal.append(entry(3));
            journal.append(entry(4));
            assertThat(labels(journal)).containsExactly("1", "2", "3", "4");
        }
        journal.append(entry(5));
        journal.append(entry(6));
        assertThat(labels(journal)).containsExactly("5", "6");
    }

    @Test
    void anotherProgramDropsNoneOfARunningOperation() throws Exception {
        MergeJournal journal = new MergeJournal(folder, 1_000_000, 1);
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader answer = other.inputReader();
                Writer told = other.outputWriter()) {
            assertThat(answer.readLine()).isEqualTo("running");
            journal.append(entry(2));
            journal.append(entry(3));
            assertThat(labels(journal)).containsExactly("1", "2", "3");
            told.write("end\n");
            told.flush();
            assertThat(answer.readLine()).isEqualTo("ended");
        }
        assertThat(other.waitFor()).isZero();
        journal.append(entry(4));
        journal.append(entry(5));
        assertThat(labels(journal)).containsExactly("4", "5");
    }

    /** A program that adds entry 1 in an operation, which runs until a line is typed. */
    static final class OtherProgram {
        public static void main(String... arguments) throws IOException {
            MergeJournal journal = new MergeJournal(Path.of(arguments[0]), 1_000_000, 1);
            try (MergeJournal.Operation operation = journal.begin();
                    BufferedReader typed =
                            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
                operation.append(entry(1));
                System.out.println("running");
                typed.readLine();
            }
            System.out.println("ended");
        }
    }

    @Test
    void aJournalNobodyHasWrittenIsEmpty() throws IOException {
        assertThat(new MergeJournal(folder.resolve("not there")).entries()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions")
    void nobodyButTheOwnerReadsIt() throws IOException {
        Path inside = folder.resolve("journal");
        MergeJournal journal = new MergeJournal(inside, 1_000_000, 1);
        journal.append(entry(1));
        journal.append(entry(2));
        assertThat(Files.getPosixFilePermissions(inside)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        try (var files = Files.list(inside)) {
            assertThat(files).hasSize(3).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static List<String> labels(MergeJournal journal) throws IOException {
        return journal.entries().stream().map(entry -> entry.key().label()).toList();
    }

    private static MergeEntry entry(int id) {
        return entry(id, Row.of("name", Value.of("Ana")));
    }

    private static MergeEntry entry(int id, Row row) {
        return new MergeEntry(
                "sales",
                new RecordKey(new TableId("", "customer"), Row.of("id", Value.of(id))),
                Instant.EPOCH,
                row,
                Row.EMPTY,
                Row.EMPTY,
                Row.EMPTY);
    }
}
