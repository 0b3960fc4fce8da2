package dev.concord.app.settings;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.MergeRules;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.version.TablePolicy;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The page on which a person sets how changes of one table's rows are merged. Nothing is applied until it is saved. FX
 * thread only.
 */
public final class TableRulesModel {
    private final Table table;
    private final boolean comparesSome;
    private final ObjectProperty<Automatic> automatic;
    private final List<ColumnChoice> columns;
    private final ObservableList<ColumnGroup> groups;
    private final BiConsumer<MergeRules, Set<String>> save;
    private final Runnable cancel;

    /**
     * Starts with the present rules.
     *
     * @param policy says which columns are left out of conflicts, and which are the version
     * @param save takes the rules and the columns left out of conflicts
     * @param cancel closes the page without changes
     */
    public TableRulesModel(
            Table table,
            TablePolicy policy,
            MergeRules rules,
            BiConsumer<MergeRules, Set<String>> save,
            Runnable cancel) {
        this.table = table;
        this.save = save;
        this.cancel = cancel;
        this.comparesSome = !policy.comparedColumns().isEmpty();
        this.automatic = new SimpleObjectProperty<>(this, "automatic", rules.automatic());
        this.groups = FXCollections.observableArrayList(rules.groups());
        Set<String> fixed = new HashSet<>(policy.versionColumns());
        table.rowKey().ifPresent(key -> fixed.addAll(key.columns()));
        Set<String> names = new HashSet<>(fixed);
        table.foreignKeys().forEach(key -> names.addAll(key.columns()));
        this.columns = table.columns().stream()
                .filter(Column::writable)
                .map(column -> new ColumnChoice(
                        column,
                        rules.of(column),
                        policy.ignoredColumns().contains(column.name()),
                        !comparesSome && !fixed.contains(column.name()),
                        names.contains(column.name())))
                .toList();
    }

    /** The table it is about. */
    public Table table() {
        return table;
    }

    /** What is merged without asking. */
    public ObjectProperty<Automatic> automatic() {
        return automatic;
    }

    /** A choice for each column people write, in the table's order. */
    public List<ColumnChoice> columns() {
        return columns;
    }

    /** Whether a policies file already names the only columns that are compared, so that none can be left out here. */
    public boolean comparesSome() {
        return comparesSome;
    }

    /** The columns the user put together. */
    public ObservableList<ColumnGroup> groups() {
        return groups;
    }

    /** Puts columns together; fewer than two are no group and change nothing. */
    public void addGroup(String name, Collection<String> members) {
        List<String> ordered = columns.stream()
                .map(choice -> choice.column().name())
                .filter(members::contains)
                .toList();
        if (ordered.size() > 1) {
            groups.add(new ColumnGroup(ColumnGroup.Origin.CONFIGURED, name.strip(), ordered));
        }
    }

    /** Takes a group apart. */
    public void removeGroup(ColumnGroup group) {
        groups.remove(group);
    }

    /** Saves what was chosen. */
    public void save() {
        Map<String, ColumnRule> rules = new HashMap<>();
        for (ColumnChoice choice : columns) {
            if (!choice.rule().equals(ColumnRule.of(choice.column()))) {
                rules.put(choice.column().name(), choice.rule());
            }
        }
        Set<String> ignored = columns.stream()
                .filter(choice -> choice.mayBeIgnored() && choice.ignored().get())
                .map(choice -> choice.column().name())
                .collect(Collectors.toUnmodifiableSet());
        save.accept(new MergeRules(automatic.get(), groups, rules), ignored);
    }

    /** Leaves everything as it was. */
    public void cancel() {
        cancel.run();
    }
}
