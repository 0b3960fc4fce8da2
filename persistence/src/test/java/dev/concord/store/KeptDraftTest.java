package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.drafts.DraftArchive;
import dev.concord.drafts.DraftFolder;
import dev.concord.drafts.DraftSession;
import dev.concord.drafts.DraftedDatabase;
import dev.concord.drafts.KeptDraft;
import dev.concord.drafts.Sealing;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.LockingContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;

/** Drafts that were kept on the disk when their program ended, against what the database holds by then. */
@LockingContract
class KeptDraftTest {
    @TempDir
    Path folder;

    @OnEveryGuard
    void aKeptDraftIsSavedWhereNobodyHasChangedTheRow(Shop shop) throws IOException {
        Draft found = kept(Draft.of(shop.item()).with("name", Value.of("mine")));
        assertThat(shop.saved(found).row().get("name")).isEqualTo(Value.of("mine"));
    }

    @OnEveryGuard
    void aKeptDraftOfAChangedRowIsStaleAndMergedLikeAnyOther(Shop shop) throws IOException {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        shop.saved(Draft.of(shop.item()).with("stock", Value.of(9)));
        Draft found = kept(mine);
        Outcome.Stale stale = (Outcome.Stale) shop.store().save(found);
        RecordMerge merge = RecordMerge.of(
                shop.table("item"),
                found,
                stale.theirs(),
                Set.of("version", "updated_at", "row_version"),
                MergeRules.DEFAULT);
        assertThat(merge.clean()).isTrue();
        Snapshot saved = shop.saved(merge.merged());
        assertThat(saved.row().get("name")).isEqualTo(Value.of("mine"));
        assertThat(saved.row().get("stock")).isEqualTo(Value.of(9));
    }

    @OnEveryGuard
    void aKeptDraftOfADeletedRowIsGone(Shop shop) throws IOException {
        Draft mine = Draft.of(shop.item()).with("name", Value.of("mine"));
        assertThat(shop.store().delete(shop.item())).isInstanceOf(Outcome.Deleted.class);
        assertThat(shop.store().save(kept(mine))).isInstanceOf(Outcome.Gone.class);
    }

    /** Which transaction wrote a row is not kept: by then it proves nothing that the token does not. */
    private static Draft withoutWriter(Draft draft) {
        Draft kept = Draft.of(draft.base().orElseThrow().withoutWriter());
        for (String column : draft.changes().columns().list()) {
            kept = kept.with(column, draft.get(column));
        }
        return kept;
    }

    /** A draft as the next start of the program finds it. */
    private Draft kept(Draft draft) throws IOException {
        KeptDraft kept = new KeptDraft(
                UUID.randomUUID(),
                draft,
                Map.of(),
                Optional.empty(),
                false,
                "Item",
                Instant.parse("2026-11-30T10:00:00Z"),
                Optional.empty());
        try (DraftSession session = folder().begin()) {
            session.put(kept);
        }
        KeptDraft found = folder().look(kept.at()).offered().getFirst();
        assertThat(found)
                .isEqualTo(new KeptDraft(
                        kept.id(),
                        withoutWriter(draft),
                        kept.unreadable(),
                        kept.decisions(),
                        kept.queued(),
                        kept.title(),
                        kept.at(),
                        kept.sending()));
        return found.draft();
    }

    private DraftFolder folder() {
        return new DraftArchive(folder, Sealing.PLAIN).of(new DraftedDatabase("ab12", "Shop", "shop", ""));
    }
}
