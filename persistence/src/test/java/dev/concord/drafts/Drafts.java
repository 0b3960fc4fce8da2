package dev.concord.drafts;

import dev.concord.catalog.TableId;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import dev.concord.testing.EveryKindOfValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Unsaved edits for tests. */
final class Drafts {
    static final Instant NOW = Instant.parse("2026-11-30T08:00:00.123456789Z");
    static final TableId TABLE = new TableId("public", "customer \"é\"");
    static final DraftedDatabase DATABASE =
            new DraftedDatabase("ab12", "Sales – é", "jdbc:postgresql://db.example.org/sales", "ana");

    private Drafts() {}

    /** The edit of a customer's city, by the number of the edit. */
    static KeptDraft of(int number, String city) {
        return of(number, Draft.of(row(number)).with("city", Value.of(city)));
    }

    static KeptDraft of(int number, Draft draft) {
        return new KeptDraft(
                new UUID(0, number),
                draft,
                Map.of(),
                Optional.empty(),
                false,
                "Customer " + number,
                NOW.plusSeconds(number),
                Optional.empty());
    }

    static Snapshot row(int number) {
        return new Snapshot(
                new RecordKey(TABLE, Row.of("id", Value.of(number))),
                Row.of("id", Value.of(number)).with("city", Value.of("Bonn")).with("name", Value.of("A".repeat(50))),
                Optional.of(new VersionToken.OfColumn(Value.of(number))),
                NOW);
    }

    /** An edit with something of everything that can be kept. */
    static KeptDraft full() {
        Row row = Row.EMPTY;
        for (int i = 0; i < EveryKindOfValue.VALUES.size(); i++) {
            row = row.with("column \"" + i + "\" é", EveryKindOfValue.VALUES.get(i));
        }
        VersionToken.OfColumn column = new VersionToken.OfColumn(Value.ofNull());
        VersionToken.OfDigest digest = new VersionToken.OfDigest(Bytes.of(new byte[32]));
        RecordKey key = new RecordKey(TABLE, Row.of("id", Value.of(4711)));
        Snapshot base = new Snapshot(key, row, Optional.of(new VersionToken.OfBoth(column, digest)), NOW);
        Snapshot theirs = new Snapshot(key, row.with("theirs", Value.of(1)), Optional.of(digest), NOW);
        Draft draft = new Draft(TABLE, Optional.of(base), row.with("mine", Value.of(2)), Set.of("stock"));
        KeptDecisions decisions = new KeptDecisions(
                draft,
                theirs,
                Map.of(
                        "city",
                        new KeptChoice("mine"),
                        "name",
                        new KeptChoice("typed", Optional.of(Value.of("x")), Map.of()),
                        "notes",
                        new KeptChoice("in-parts", Optional.empty(), Map.of(3, new KeptAnswer("typed", "y\n")))),
                Set.of(List.of("amount", "currency")));
        return new KeptDraft(
                new UUID(1, 2),
                draft,
                Map.of("born", "31.02."),
                Optional.of(decisions),
                true,
                "Customer 4711",
                NOW,
                Optional.of(new Sending(
                        draft.with("city", Value.of("Ulm")), Draft.of(theirs).with("city", Value.of("Ulm")))));
    }
}
