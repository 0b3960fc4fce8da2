package dev.concord.app.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.shell.Office;
import dev.concord.app.task.Work;
import dev.concord.catalog.TableId;
import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved work on databases that are not open. */
class OtherWorkModelTest {
    private static final DraftedDatabase SHOP =
            new DraftedDatabase("aa11", "shop", "postgresql://db.example.org/shop", "ada");
    private static final DraftedDatabase NOTES = new DraftedDatabase("bb22", "notes.db", "/home/ada/notes.db", "");

    @TempDir
    Path root;

    private final List<DraftedDatabase> opened = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void nothingIsSaidWhereNothingWaits() {
        OtherWorkModel model = model(archive());
        model.opened();
        assertThat(model.announcement().get()).isEmpty();
        assertThat(model.databases()).isEmpty();
    }

    @Test
    void theDatabasesAreSaidTheOneChangedLastFirst() throws IOException {
        leave(SHOP, 1, 2);
        OtherWorkModel model = model(archive());
        model.opened();
        assertThat(model.announcement().get()).isEqualTo("Unsaved work waits in another database: shop.");
        leave(NOTES, 3);
        model.opened();
        assertThat(model.announcement().get()).isEqualTo("Unsaved work waits in 2 other databases.");
        assertThat(model.databases()).extracting(OtherDatabase::label).containsExactly("notes.db", "shop");
        assertThat(model.databases().getLast().records()).containsExactly("Customer 1", "Customer 2");
        model.open(model.databases().getLast());
        assertThat(opened).containsExactly(SHOP);
        model.later();
        model.opened();
        assertThat(model.announcement().get()).isEmpty();
        assertThat(model.databases()).as("they are still there").hasSize(2);
    }

    @Test
    void whatIsReadFirstDoesNotWaitForTheLook() {
        OtherWorkModel model = new OtherWorkModel(
                archive(),
                Work.of(Runnable::run, Runnable::run, (after, task) -> waits.add(after), fault -> {}),
                Office.TEXTS,
                opened::add);
        model.opened();
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aDatabaseThatAWindowShowsIsNotAnotherOne() throws IOException {
        leave(SHOP, 1);
        DraftArchive archive = archive();
        OtherWorkModel model = model(archive);
        try (DraftSession _ = archive.of(SHOP).begin()) {
            model.opened();
            assertThat(model.databases()).isEmpty();
        }
        model.opened();
        assertThat(model.databases()).hasSize(1);
    }

    @Test
    void whatIsDiscardedIsRestoredHereAndWhereItsDatabaseIsOpen() throws IOException {
        leave(SHOP, 1, 2);
        OtherWorkModel model = model(archive());
        model.opened();
        model.discard(model.databases().getFirst());
        assertThat(model.announcement().get()).isEmpty();
        assertThat(model.databases()).singleElement().satisfies(shop -> {
            assertThat(shop.discarded()).isTrue();
            assertThat(shop.records()).hasSize(2);
        });
        OtherWorkModel nextStart = model(archive());
        nextStart.opened();
        assertThat(nextStart.databases()).isEmpty();
        assertThat(archive().of(SHOP).look(Instant.now()).drafts()).hasSize(2).allMatch(found -> found.discarded()
                .isPresent());

        model.restore(model.databases().getFirst());
        assertThat(model.announcement().get()).isEqualTo("Unsaved work waits in another database: shop.");
        assertThat(archive().of(SHOP).look(Instant.now()).offered()).hasSize(2);
    }

    @Test
    void whatCannotBeWrittenIsSaidAndStays() throws IOException {
        leave(SHOP, 1);
        OtherWorkModel model = model(archive());
        model.opened();
        Path folder = root.resolve(SHOP.identity());
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(one -> one.toString().endsWith(".drafts"))
                    .findFirst()
                    .orElseThrow();
        }
        // Nothing can take the place of a folder that is not empty.
        Path blocked = Files.createDirectories(
                file.resolveSibling(file.getFileName() + ".new").resolve("x"));
        model.discard(model.databases().getFirst());
        assertThat(model.notice().get()).startsWith("That could not be written to the disk.");
        assertThat(model.databases()).singleElement().matches(shop -> !shop.discarded());
        Files.delete(blocked);
        model.discard(model.databases().getFirst());
        assertThat(model.notice().get()).isEmpty();
        assertThat(model.databases()).singleElement().matches(OtherDatabase::discarded);
    }

    @Test
    void noPasswordIsShown() throws IOException {
        leave(SHOP, 1, 2, 3, 4);
        OtherWorkModel model = model(archive());
        model.opened();
        RecoveryText words = new RecoveryText(Office.TEXTS);
        OtherDatabase shop = model.databases().getFirst();
        assertThat(words.where(shop)).isEqualTo("postgresql://db.example.org/shop as ada");
        assertThat(words.detail(shop)).startsWith("4 records, changed last on ").endsWith("Customer 3, …");
        assertThat(words.spoken(shop)).startsWith("shop. Unsaved. 4 records");
    }

    private DraftArchive archive() {
        return new DraftArchive(root, Sealing.PLAIN);
    }

    private OtherWorkModel model(DraftArchive archive) {
        return new OtherWorkModel(archive, Work.immediate(), Office.TEXTS, opened::add);
    }

    private void leave(DraftedDatabase database, int... customers) throws IOException {
        try (DraftSession session = archive().of(database).begin()) {
            for (int customer : customers) {
                session.put(new KeptDraft(
                        new UUID(0, customer),
                        Draft.newRow(new TableId("public", "customer")).with("city", Value.of("Ulm")),
                        Map.of(),
                        Optional.empty(),
                        false,
                        "Customer " + customer,
                        Instant.parse("2026-11-30T08:00:00Z").plusSeconds(customer),
                        Optional.empty()));
            }
        }
    }
}
