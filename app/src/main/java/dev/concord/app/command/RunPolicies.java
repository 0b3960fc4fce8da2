package dev.concord.app.command;

import dev.concord.catalog.TableId;
import dev.concord.version.LockingSettings;
import dev.concord.version.Policies;
import dev.concord.version.TableRules;
import java.util.Collection;
import java.util.SortedSet;

/**
 * How tables are checked in this run: the settings of the command line, the environment and a policies file. They take
 * precedence over what a person confirmed in the window, and are not stored.
 *
 * @param locking whether writes must carry a token
 * @param rules how single tables are guarded
 */
public record RunPolicies(LockingSettings locking, TableRules rules) {

    /** Nothing said. */
    public static final RunPolicies DEFAULT = new RunPolicies(LockingSettings.DEFAULT, TableRules.NONE);

    /** Returns the policies of this run. */
    public Policies over(Policies confirmed) {
        return confirmed.withRules(rules).withModes(locking);
    }

    /** Returns the names that mean none of the tables. */
    SortedSet<String> namesOfNone(Collection<TableId> tables) {
        return over(Policies.DEFAULT).namesOfNone(tables);
    }

    boolean namesTables() {
        return !rules.byName().isEmpty() || !locking.tables().isEmpty();
    }
}
