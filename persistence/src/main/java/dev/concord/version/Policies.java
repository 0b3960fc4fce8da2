package dev.concord.version;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Every table's policy: what the user confirmed, overridden by what everybody who uses the database has agreed, overridden by
 * the rules of a policies file, overridden by the modes set for this run, and a default for the rest. The layers are kept apart, so that what applies to one run only is
 * never stored as if the user had confirmed it. Immutable.
 *
 * @param fallback for tables not named
 * @param byTable confirmed by a person
 * @param agreed guards that the database itself keeps, the same for everybody
 * @param rules of a policies file
 * @param locking modes; where only the default is set, each policy's own mode applies
 */
public record Policies(
        TablePolicy fallback,
        Map<TableId, TablePolicy> byTable,
        Map<TableId, Guard> agreed,
        TableRules rules,
        LockingSettings locking) {

    /** Nothing confirmed: every table by digest. */
    public static final Policies DEFAULT = new Policies(TablePolicy.DEFAULT, Map.of());

    public Policies {
        byTable = Map.copyOf(byTable);
        agreed = Map.copyOf(agreed);
    }

    /** Policies without a file and without modes of their own. */
    public Policies(TablePolicy fallback, Map<TableId, TablePolicy> byTable) {
        this(fallback, byTable, Map.of(), TableRules.NONE, LockingSettings.DEFAULT);
    }

    /** Returns the table's policy. */
    public TablePolicy of(TableId table) {
        TablePolicy own = confirmed(table);
        TablePolicy confirmed =
                Optional.ofNullable(agreed.get(table)).map(own::withGuard).orElse(own);
        TablePolicy ruled = rules.of(table).map(rule -> rule.applied(confirmed)).orElse(confirmed);
        LockingSettings.Setting<LockingMode> mode = locking.modeOf(table);
        return mode.source() == LockingInput.Source.DEFAULT ? ruled : ruled.withMode(mode.value());
    }

    /** Returns these policies with one table's confirmed. */
    public Policies with(TableId table, TablePolicy policy) {
        Map<TableId, TablePolicy> changed = new HashMap<>(byTable);
        changed.put(table, policy);
        return new Policies(fallback, changed, agreed, rules, locking);
    }

    /** Returns these policies with one table's guard confirmed, and nothing of what holds for this run only. */
    public Policies withGuard(TableId table, Guard guard) {
        return with(table, confirmed(table).withGuard(guard));
    }

    /** Returns these policies with the columns of one table whose changes never conflict. */
    public Policies withIgnored(TableId table, Set<String> columns) {
        return with(table, confirmed(table).ignoring(columns.toArray(String[]::new)));
    }

    /** Returns these policies with the guards that the database itself keeps. */
    public Policies withAgreed(Map<TableId, Guard> other) {
        return new Policies(fallback, byTable, other, rules, locking);
    }

    /** Whether the user has confirmed another guard than everybody who uses the database has agreed on. */
    public boolean differs(TableId table) {
        return byTable.containsKey(table)
                && agreed.containsKey(table)
                && !byTable.get(table).guard().equals(agreed.get(table));
    }

    /** Returns these policies under the rules of a file. */
    public Policies withRules(TableRules other) {
        return new Policies(fallback, byTable, agreed, other, locking);
    }

    /** Returns these policies with modes set for this run. */
    public Policies withModes(LockingSettings other) {
        return new Policies(fallback, byTable, agreed, rules, other);
    }

    /**
     * Returns the column that looks like a version and that somebody has to decide about before the table is written; empty when
     * there is none, or the user or a file has decided.
     */
    public Optional<GuardProposal> undecided(Table table) {
        return settled(table.id()) ? Optional.empty() : GuardProposal.find(table);
    }

    /** Whether the user or a file has set how the table is guarded, so that nothing is to be proposed. */
    public boolean settled(TableId table) {
        return byTable.containsKey(table)
                || agreed.containsKey(table)
                || rules.of(table).filter(rule -> rule.guard().isPresent()).isPresent();
    }

    /**
     * Returns the names among rules and modes that mean none of the tables, sorted: a misspelt name protects no table.
     */
    public SortedSet<String> namesOfNone(Collection<TableId> tables) {
        SortedSet<String> names = new TreeSet<>(rules.byName().keySet());
        names.addAll(locking.tables().keySet());
        names.removeIf(name -> tables.stream().anyMatch(table -> TableName.names(name, table)));
        return names;
    }

    private TablePolicy confirmed(TableId table) {
        return byTable.getOrDefault(table, fallback);
    }
}
