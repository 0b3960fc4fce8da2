package dev.concord.drafts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.drafts.FoundDrafts.Why;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What windows leave behind, and what others find of it. */
class DraftFolderTest {
    @TempDir
    Path root;

    private DraftFolder folder() {
        // Another start of the program: nothing is remembered but what is on the disk.
        return new DraftArchive(root, Sealing.PLAIN).of(Drafts.DATABASE);
    }

    private List<KeptDraft> offered() throws IOException {
        return folder().look(Drafts.NOW).offered();
    }

    @Test
    void whatWasFlushedIsFoundAsItWasAfterItsWindowIsClosed() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.full());
            session.flush();
        }
        assertThat(offered()).containsExactly(Drafts.full());
        KeptDraft found = offered().getFirst();
        assertThat(List.copyOf(found.draft().changes().values().values()))
                .isEqualTo(List.copyOf(Drafts.full().draft().changes().values().values()));
    }

    /** As when a window shows another file and ends before what it has taken over was flushed. */
    @Test
    void aRetiredWindowKeepsWhatItHasTakenOver() throws IOException {
        DraftFolder folder = folder();
        DraftSession first = folder.begin();
        first.put(Drafts.of(1, "Ulm"));
        first.put(Drafts.of(2, "Kiel"));
        first.flush();
        DraftSession second = folder.begin();
        second.takeOver(Drafts.of(1, "Ulm"));
        DraftSession third = folder.begin();
        third.takeOver(Drafts.of(2, "Kiel"));
        first.retire();
        second.retire();
        third.retire();
        second.flush();
        assertThat(folder.look(Drafts.NOW).offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
    }

    @Test
    void closingWritesWhatWasNotFlushedYet() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "Ulm"));
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"));
    }

    @Test
    void theLastStateOfEachEditCounts() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "U"));
            session.put(Drafts.of(2, "K"));
            session.flush();
            session.put(Drafts.of(1, "Ul"));
            session.put(Drafts.of(1, "Ulm"));
            session.flush();
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "K"));
    }

    @Test
    void aNewRecordWithoutABaseIsKeptToo() throws IOException {
        KeptDraft draft = Drafts.of(1, Draft.newRow(Drafts.TABLE).with("city", Value.of("Ulm")));
        try (DraftSession session = folder().begin()) {
            session.put(draft);
        }
        assertThat(offered()).containsExactly(draft);
    }

    @Test
    void aRowToBeDeletedIsKeptTooWithWhatWasChangedOfIt() throws IOException {
        KeptDraft bare = Drafts.of(1, Draft.of(Drafts.row(1)).deleted(true));
        KeptDraft changed = Drafts.of(
                2, Draft.of(Drafts.row(2)).with("city", Value.of("Ulm")).deleted(true));
        try (DraftSession session = folder().begin()) {
            session.put(bare);
            session.put(changed);
        }
        assertThat(offered()).containsExactly(bare, changed);
    }

    @Test
    void whatIsSavedIsNotOfferedAndAWindowWithNothingUnsavedLeavesNoFile() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.put(Drafts.of(2, "Ulm"));
            session.flush();
            session.remove(new UUID(0, 1));
            session.flush();
            assertThat(files()).hasSize(2);
            session.remove(new UUID(0, 2));
        }
        assertThat(files()).isEmpty();
        assertThat(offered()).isEmpty();
    }

    @Test
    void aWindowWithoutEditsMakesNoFile() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.remove(new UUID(0, 1));
            session.flush();
            assertThat(root).isEmptyDirectory();
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void whileItsWindowIsOpenNothingIsOffered() throws IOException {
        DraftFolder folder = folder();
        try (DraftSession session = folder.begin();
                DraftSession _ = folder.begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.flush();
            assertThat(folder.look(Drafts.NOW).offered()).isEmpty();
            assertThat(folder.take(new UUID(0, 7), session)).isEmpty();
        }
        assertThat(offered()).hasSize(1);
    }

    @Test
    void aDraftThatIsTakenOverBelongsToTheOtherWindowAndIsOnTheDiskAtAnyTime() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        DraftFolder folder = folder();
        try (DraftSession other = folder.begin()) {
            assertThat(folder.take(new UUID(0, 1), other)).contains(Drafts.of(1, "Ulm"));
            assertThat(folder.look(Drafts.NOW).offered()).containsExactly(Drafts.of(2, "Kiel"));
            assertThat(offered())
                    .as("another program, while the window is open")
                    .containsExactly(Drafts.of(2, "Kiel"));
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
    }

    @Test
    void onlyOneOfTwoWindowsGetsADraft() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        DraftFolder one = folder();
        try (DraftSession first = one.begin()) {
            assertThat(one.take(new UUID(0, 1), first)).isPresent();
            DraftFolder two = folder();
            try (DraftSession second = two.begin()) {
                assertThat(two.take(new UUID(0, 1), second)).isEmpty();
            }
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"));
    }

    @Test
    void aDiscardedDraftIsNotOfferedAndCanBeRestoredForAWeek() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        folder().discard(new UUID(0, 1), Drafts.NOW);
        assertThat(offered()).containsExactly(Drafts.of(2, "Kiel"));
        assertThat(folder().look(Drafts.NOW).drafts())
                .contains(new FoundDraft(Drafts.of(1, "Ulm"), Optional.of(Drafts.NOW)));

        DraftFolder folder = folder();
        try (DraftSession session = folder.begin()) {
            assertThat(folder.take(new UUID(0, 1), session)).contains(Drafts.of(1, "Ulm"));
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));

        folder().discard(new UUID(0, 1), Drafts.NOW);
        folder().look(Drafts.NOW.plus(Duration.ofDays(7)));
        assertThat(folder().look(Drafts.NOW).drafts()).hasSize(2);
        folder().look(Drafts.NOW.plus(Duration.ofDays(7)).plusNanos(1));
        assertThat(folder().look(Drafts.NOW).drafts()).hasSize(1);
        assertThat(Files.readString(drafts().getFirst(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Ulm");
    }

    @Test
    void whatAWindowDiscardsCanBeRestoredFromItBeforeItIsClosedAndAfterwards() throws IOException {
        DraftFolder folder = folder();
        try (DraftSession session = folder.begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.flush();
            session.discard(Drafts.of(1, "Ulm"), Drafts.NOW);
            session.flush();
            assertThat(folder.look(Drafts.NOW).drafts())
                    .containsExactly(new FoundDraft(Drafts.of(1, "Ulm"), Optional.of(Drafts.NOW)));
            assertThat(folder.take(new UUID(0, 1), session)).contains(Drafts.of(1, "Ulm"));
            assertThat(folder.look(Drafts.NOW).drafts()).isEmpty();
            session.discard(Drafts.of(1, "Ulm"), Drafts.NOW);
        }
        assertThat(folder().look(Drafts.NOW).drafts()).hasSize(1);
    }

    @Test
    void aTornEntryCostsNoOtherAndIsGoneWithTheNextChange() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        Path file = drafts().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 5));
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(folder().look(Drafts.NOW).unread()).isEmpty();
        folder().discard(new UUID(0, 1), Drafts.NOW);
        assertThat(folder().look(Drafts.NOW).drafts()).hasSize(1);
    }

    @Test
    void aDamagedFileIsSaidAndItsBytesArePreservedWhenItIsChanged() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"), Drafts.of(3, "Bern"));
        Path file = drafts().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        FoundDrafts found = folder().look(Drafts.NOW);
        assertThat(found.offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(found.unread()).containsExactly(new FoundDrafts.Unread(file, Why.DAMAGED));
        folder().discard(new UUID(0, 1), Drafts.NOW);
        assertThat(file.resolveSibling(file.getFileName() + ".damaged")).hasBinaryContent(bytes);
    }

    @Test
    void aFileOfAnotherVersionIsLeftAloneAndSaid() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        Path file = drafts().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        ByteBuffer header = ByteBuffer.wrap(bytes).putInt(8, 2);
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, 16);
        header.putInt(16, (int) crc.getValue());
        Files.write(file, bytes);

        DraftFolder folder = folder();
        FoundDrafts found = folder.look(Drafts.NOW.plus(Duration.ofDays(1000)));
        assertThat(found.drafts()).isEmpty();
        assertThat(found.unread()).containsExactly(new FoundDrafts.Unread(file, Why.OTHER_VERSION));
        try (DraftSession session = folder.begin()) {
            assertThat(folder.take(new UUID(0, 1), session)).isEmpty();
        }
        assertThat(folder.discard(new UUID(0, 1), Drafts.NOW)).isEmpty();
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void anEntryThatOnlyANewerProgramKnowsIsLeftAloneAndSaid() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        Path file = drafts().getFirst();
        byte[] strange = DraftFormat.frame("{\"state\":\"dreamt\"}".getBytes(StandardCharsets.UTF_8));
        Files.write(file, strange, StandardOpenOption.APPEND);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(folder().look(Drafts.NOW).unread()).containsExactly(new FoundDrafts.Unread(file, Why.NOT_READABLE));
        assertThat(file).hasBinaryContent(bytes);
    }

    @Test
    void aFileIsCompactedOnceMostOfItDoesNotCountAnyMore() throws IOException {
        String large = "x".repeat(100_000);
        try (DraftSession session = folder().begin()) {
            for (int i = 0; i < 100; i++) {
                session.put(Drafts.of(1, large + i));
                session.flush();
                assertThat(Files.size(drafts().getFirst())).isLessThan(2_000_000);
            }
        }
        assertThat(offered()).containsExactly(Drafts.of(1, large + 99));
        assertThat(files()).hasSize(2);
    }

    @Test
    void aLargeRowIsWrittenOnceForManyKeystrokes() throws IOException {
        Row row = Drafts.row(1).row().with("notes", Value.of("n".repeat(200_000)));
        Draft draft =
                Draft.of(new Snapshot(Drafts.row(1).key(), row, Drafts.row(1).token(), Drafts.NOW));
        try (DraftSession session = folder().begin()) {
            for (int i = 0; i < 20; i++) {
                session.put(Drafts.of(1, draft.with("city", Value.of("Ulm" + i))));
                session.flush();
            }
            assertThat(Files.size(drafts().getFirst())).isLessThan(300_000);
        }
        assertThat(offered()).containsExactly(Drafts.of(1, draft.with("city", Value.of("Ulm19"))));
    }

    @Test
    void whatCannotBeWrittenIsSaidAndWrittenLater() throws IOException {
        Path blocked = Files.writeString(root.resolve("ab12"), "a file where the folder should be");
        DraftSession session = folder().begin();
        session.put(Drafts.of(1, "Ulm"));
        assertThatThrownBy(session::flush).isInstanceOf(IOException.class);
        assertThat(session.isPending()).isTrue();
        session.put(Drafts.of(2, "Kiel"));
        Files.delete(blocked);
        session.flush();
        assertThat(session.isPending()).isFalse();
        session.close();
        assertThat(offered()).hasSize(2);
    }

    @Test
    void aFileThatCannotBeTidiedIsOfferedAllTheSame() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        folder().discard(new UUID(0, 1), Drafts.NOW);
        Path blocked = block(drafts().getFirst());
        FoundDrafts found = folder().look(Drafts.NOW.plus(Duration.ofDays(8)));
        assertThat(found.unread()).isEmpty();
        assertThat(found.drafts())
                .as("it is expired, whether or not it could be deleted")
                .containsExactly(new FoundDraft(Drafts.of(2, "Kiel"), Optional.empty()));
        Files.delete(blocked);
        folder().look(Drafts.NOW.plus(Duration.ofDays(8)));
        assertThat(folder().look(Drafts.NOW).drafts()).hasSize(1);
    }

    /** As a full disk that has room for one more entry, and not for the whole file again. */
    @Test
    void whereThereIsNoRoomToCompactAFileItGrowsOn() throws IOException {
        String large = "x".repeat(100_000);
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, large));
            session.flush();
            Path file = drafts().getFirst();
            Path blocked = block(file);
            for (int i = 0; i < 30; i++) {
                session.put(Drafts.of(1, large + i));
                session.flush();
            }
            assertThat(Files.size(file)).isGreaterThan(2_500_000);
            Files.delete(blocked);
            for (int i = 30; i < 60; i++) {
                session.put(Drafts.of(1, large + i));
                session.flush();
            }
            assertThat(Files.size(file)).as("compacted once there is room").isLessThan(2_500_000);
        }
        assertThat(offered()).containsExactly(Drafts.of(1, large + 59));
    }

    @Test
    void whatAProgramThatEndedWhileItCompactedHasLeftIsDeleted() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        Path file = drafts().getFirst();
        Path half = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), "half");
        Path first = Files.writeString(file.resolveSibling("00.drafts.new"), "half of its first one");
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(half).doesNotExist();
        assertThat(first).doesNotExist();
        assertThat(files()).as("the drafts and their lock").hasSize(2);
    }

    /** Somebody tidies up in the folder of Concord's data. */
    @Test
    void whatIsDeletedWhileItsWindowIsOpenIsWrittenAnewWithTheNextChange() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.flush();
            for (Path file : files()) {
                Files.delete(file);
            }
            Files.delete(root.resolve("ab12"));
            session.put(Drafts.of(2, "Kiel"));
            session.flush();
            assertThat(drafts()).hasSize(1);
            assertThat(files()).as("with its lock").hasSize(2);
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
    }

    /** As a client does that synchronises the folder with another computer. */
    @Test
    void whatIsReplacedWhileItsWindowIsOpenIsWrittenAnewWithTheNextChange() throws IOException {
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.flush();
            Path file = drafts().getFirst();
            Files.move(Files.copy(file, root.resolve("copy")), file, StandardCopyOption.REPLACE_EXISTING);
            session.put(Drafts.of(2, "Kiel"));
            session.flush();
        }
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
    }

    @Test
    void whatACrashHasLeftInTwoFilesIsTakenOverOnceAndTheLaterStateOfIt() throws IOException {
        leave(Drafts.of(1, "Ulm an der Donau"));
        Path later = drafts().getFirst();
        Path kept = Files.move(later, root.resolve("kept"));
        leave(new KeptDraft(
                new UUID(0, 1),
                Drafts.of(1, "Ulm").draft(),
                Map.of(),
                Optional.empty(),
                false,
                "Customer 1",
                Drafts.NOW,
                Optional.empty()));
        // On both sides of the other one, by name.
        Files.copy(kept, root.resolve("ab12").resolve("00.drafts"));
        Files.copy(kept, root.resolve("ab12").resolve("zz.drafts"));
        DraftFolder folder = folder();
        assertThat(folder.look(Drafts.NOW).offered()).containsExactly(Drafts.of(1, "Ulm an der Donau"));
        try (DraftSession session = folder.begin()) {
            assertThat(folder.take(new UUID(0, 1), session)).contains(Drafts.of(1, "Ulm an der Donau"));
            session.remove(new UUID(0, 1));
        }
        assertThat(offered()).as("it is saved").isEmpty();
    }

    @Test
    void aClockThatIsSetBackMakesNoLaterStateAnEarlierOne() throws IOException {
        KeptDraft first = Drafts.of(9, "Ulm");
        KeptDraft second = new KeptDraft(
                first.id(),
                Drafts.of(9, "Ulm an der Donau").draft(),
                Map.of(),
                Optional.empty(),
                false,
                first.title(),
                first.at().minusSeconds(3600),
                Optional.empty());
        try (DraftSession session = folder().begin()) {
            session.put(first);
            session.flush();
            session.put(second);
        }
        assertThat(offered()).singleElement().satisfies(found -> {
            assertThat(found.draft()).isEqualTo(second.draft());
            assertThat(found.at()).isAfter(first.at());
        });
    }

    @Test
    void aDamagedLengthInTheMiddleIsSaid() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"), Drafts.of(3, "Bern"));
        Path file = drafts().getFirst();
        byte[] bytes = Files.readAllBytes(file);
        int second = 20;
        for (int entry = 0; entry < 2; entry++) {
            second += 8 + ByteBuffer.wrap(bytes).getInt(second);
        }
        bytes[second] ^= 0x40;
        Files.write(file, bytes);
        FoundDrafts found = folder().look(Drafts.NOW);
        assertThat(found.offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(found.unread()).containsExactly(new FoundDrafts.Unread(file, Why.DAMAGED));
    }

    /** Nothing can take the place of a folder that is not empty; returns what is to be deleted to end that. */
    private static Path block(Path drafts) throws IOException {
        return Files.createDirectories(
                drafts.resolveSibling(drafts.getFileName() + ".new").resolve("x"));
    }

    @Test
    void whatIsBeingSavedIsSaidUntilItIsAnswered() throws IOException {
        Sending save = Sending.of(Drafts.of(1, "Ulm").draft());
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(1, "Ulm"));
            session.sending(new UUID(0, 1), save);
            assertThat(session.isPending()).as("it is on the disk").isFalse();
            session.put(Drafts.of(1, "Ulm an der Donau"));
            session.put(Drafts.of(2, "Kiel"));
            session.sending(new UUID(0, 3), save);
        }
        assertThat(offered())
                .containsExactly(Drafts.of(1, "Ulm an der Donau").sending(Optional.of(save)), Drafts.of(2, "Kiel"));
        try (DraftSession session = folder().begin()) {
            session.put(Drafts.of(4, "Rom"));
            session.sending(new UUID(0, 4), save);
            session.answered(new UUID(0, 4));
            session.put(Drafts.of(5, "Bern"));
            session.sending(new UUID(0, 5), save);
            session.put(Drafts.of(5, "Genf"));
            session.answered(new UUID(0, 5));
        }
        assertThat(offered()).contains(Drafts.of(4, "Rom"), Drafts.of(5, "Genf"));
    }

    @Test
    void theDatabasesWithUnsavedWorkAreFoundUnlessAWindowShowsThem() throws IOException {
        leave(Drafts.of(1, "Ulm"), Drafts.of(2, "Kiel"));
        DraftArchive archive = new DraftArchive(root, Sealing.PLAIN);
        assertThat(archive.waiting(Drafts.NOW)).singleElement().satisfies(waiting -> {
            assertThat(waiting.database()).isEqualTo(Drafts.DATABASE);
            assertThat(waiting.found().offered()).hasSize(2);
        });
        DraftFolder folder = archive.of(Drafts.DATABASE);
        DraftSession shown = folder.begin();
        assertThat(archive.waiting(Drafts.NOW)).as("offered in its window").isEmpty();
        shown.retire();
        assertThat(archive.waiting(Drafts.NOW)).hasSize(1);
        DraftSession other =
                new DraftArchive(root, Sealing.PLAIN).of(Drafts.DATABASE).begin();
        other.put(Drafts.of(3, "Bern"));
        other.flush();
        assertThat(archive.waiting(Drafts.NOW).getFirst().found().offered())
                .as("what another program works on is not")
                .hasSize(2);
        other.close();
        assertThat(archive.waiting(Drafts.NOW).getFirst().found().offered()).hasSize(3);
    }

    @Test
    void aFolderThatCannotBeReadHidesNoOther() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        Path strange = Files.createDirectories(root.resolve("aa00"));
        Files.writeString(strange.resolve("x.drafts"), "no drafts at all, and longer than a header");
        Files.createDirectories(strange.resolve("y.drafts"));
        Files.writeString(root.resolve("notes.txt"), "no folder");
        assertThat(new DraftArchive(root, Sealing.PLAIN).waiting(Drafts.NOW)).hasSize(1);
    }

    @Test
    void aDatabaseThatIsOpenedByAnotherUserIsSaidToBeOpenedByThatUser() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        DraftArchive archive = new DraftArchive(root, Sealing.PLAIN);
        assertThat(archive.waiting(Drafts.NOW)).hasSize(1);
        DraftedDatabase ben =
                new DraftedDatabase(Drafts.DATABASE.identity(), "Sales", Drafts.DATABASE.address(), "ben");
        try (DraftSession session = archive.of(ben).begin()) {
            session.put(Drafts.of(2, "Kiel"));
        }
        Files.setLastModifiedTime(drafts().getFirst(), FileTime.fromMillis(0));
        Files.setLastModifiedTime(drafts().getLast(), FileTime.fromMillis(0));
        Path bens =
                drafts().stream().filter(DraftFolderTest::isBens).findFirst().orElseThrow();
        Files.setLastModifiedTime(bens, FileTime.from(Drafts.NOW));
        assertThat(archive.waiting(Drafts.NOW).getFirst().database()).isEqualTo(ben);
    }

    private static boolean isBens(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains("\"user\":\"ben\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatWasDiscardedIsOfferedAgainOnceItIsRestored() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        folder().discard(new UUID(0, 1), Drafts.NOW);
        assertThat(offered()).isEmpty();
        assertThat(new DraftArchive(root, Sealing.PLAIN)
                        .waiting(Drafts.NOW)
                        .getFirst()
                        .found()
                        .drafts())
                .hasSize(1);
        assertThat(folder().restore(new UUID(0, 1))).contains(Drafts.of(1, "Ulm"));
        assertThat(offered()).containsExactly(Drafts.of(1, "Ulm"));
        assertThat(folder().restore(new UUID(0, 2))).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions")
    void onlyTheOwnerMayReadTheFiles() throws IOException {
        leave(Drafts.of(1, "Ulm"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("ab12"))))
                .isEqualTo("rwx------");
        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    private void leave(KeptDraft... drafts) throws IOException {
        try (DraftSession session = folder().begin()) {
            for (KeptDraft draft : drafts) {
                session.put(draft);
            }
        }
    }

    private List<Path> drafts() throws IOException {
        return files().stream()
                .filter(file -> file.toString().endsWith(".drafts"))
                .toList();
    }

    private List<Path> files() throws IOException {
        Path folder = root.resolve("ab12");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
