package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.journal.MergeEntry;
import dev.concord.journal.MergeJournal;
import dev.concord.record.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a save that merges by itself writes down first. */
class KeptMergeTest {
    private final Path folder;
    private final MergeJournal journal;
    private final Shop shop;

    KeptMergeTest(@TempDir Path folder) {
        this.folder = folder;
        this.journal = new MergeJournal(folder.resolve("merges"));
        this.shop = Shop.keeping(journal);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aMergeIsKeptFromWhatWasOpenedToWhatIsWritten() throws IOException {
        saveWhatIsStale();
        assertThat(shop.heard.saved).hasSize(1);
        MergeEntry entry = journal.entries().getFirst();
        assertThat(entry.database()).isEqualTo("Shop");
        assertThat(entry.key()).isEqualTo(shop.read(Shop.CUSTOMER, 1).key());
        assertThat(entry.base().get("CITY")).isEqualTo(Value.of("Bonn"));
        assertThat(entry.base().get("PHONE")).isEqualTo(Value.of("123"));
        assertThat(entry.mine().get("CITY")).isEqualTo(Value.of("Köln"));
        assertThat(entry.mine().get("PHONE")).isEqualTo(Value.of("123"));
        assertThat(entry.theirs().get("CITY")).isEqualTo(Value.of("Bonn"));
        assertThat(entry.theirs().get("PHONE")).isEqualTo(Value.of("999"));
        assertThat(entry.result()).isEqualTo(shop.read(Shop.CUSTOMER, 1).row());
    }

    @Test
    void aSaveThatMeetsNobodyIsNoMerge() throws IOException {
        shop.open(Shop.CUSTOMER, 1);
        shop.type("NAME", "Acme & Co");
        shop.model.save();
        assertThat(shop.heard.saved).hasSize(1);
        assertThat(journal.entries()).isEmpty();
    }

    @Test
    void whatCannotBeKeptIsNotWrittenAndTheEditStays() throws IOException {
        Files.writeString(folder.resolve("merges"), "A file where the folder should be");
        saveWhatIsStale();
        assertThat(shop.heard.saved).isEmpty();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Bonn999");
        assertThat(shop.text("CITY")).isEqualTo("Köln");
        assertThat(shop.model.dirty().get()).isTrue();
        assertThat(shop.model.message().get().sentence())
                .isEqualTo("Nothing was saved: the merge could not be written to the journal in "
                        + folder.resolve("merges") + ". Your edit is still here.");
    }

    @Test
    void whatCouldNotBeKeptIsKeptWhenItIsSavedAgain() throws IOException {
        Files.writeString(folder.resolve("merges"), "A file where the folder should be");
        saveWhatIsStale();
        shop.model.save();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Bonn999");
        Files.delete(folder.resolve("merges"));
        shop.model.save();
        assertThat(shop.one("select city || phone from customer where id = 1")).isEqualTo("Köln999");
        assertThat(shop.heard.alsoKept.getFirst()).containsExactly("PHONE");
        assertThat(journal.entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.base().get("PHONE")).isEqualTo(Value.of("123")));
    }

    private void saveWhatIsStale() {
        shop.open(Shop.CUSTOMER, 1);
        shop.type("CITY", "Köln");
        shop.colleague("update customer set phone = '999' where id = 1");
        shop.model.save();
    }
}
