package dev.concord.app.place;

import dev.concord.agreement.GuardAgreement;
import dev.concord.app.journal.MergedWrites;
import dev.concord.drafts.DraftFolder;
import dev.concord.merge.Merging;
import dev.concord.store.RecordStore;
import dev.concord.version.Policies;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An open database as the window works with it.
 *
 * @param writes the way merges are written to it; leads to the store
 * @param rules how its tables' rows are merged; asked again whenever a record is opened, because the user may change it
 * @param agreement how its tables are guarded for everybody
 * @param label a short name to display
 * @param user who is logged in there, by the database's name for them; empty when it is not known
 * @param sample whether it is the sample database, where conflicts can be practised
 * @param drafts the unsaved work on it that is kept on the disk; empty for a database in memory, which nobody opens again
 */
public record OpenStore(
        MergedWrites writes,
        Supplier<Merging> rules,
        GuardAgreement agreement,
        String label,
        String user,
        boolean sample,
        Optional<DraftFolder> drafts) {

    /** A database whose unsaved work is in memory only. */
    public OpenStore(
            MergedWrites writes,
            Supplier<Merging> rules,
            GuardAgreement agreement,
            String label,
            String user,
            boolean sample) {
        this(writes, rules, agreement, label, user, sample, Optional.empty());
    }

    public RecordStore store() {
        return writes.store();
    }

    /** Returns how its tables are guarded now. */
    public Policies policies() {
        return store().policies();
    }

    /** Returns how its tables' rows are merged now. */
    public Merging merging() {
        return rules.get();
    }
}
