package dev.concord.app.gateway.resource;

import dev.concord.app.gateway.resource.AliasReading.Why;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.store.RecordStore;
import dev.concord.version.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the tables and columns that lines with aliases mean, and checks that each name means one thing. For one reading. */
public final class AliasReader {
    private final RecordStore store;
    private final String checksum;
    private final List<TableId> tables;
    private final SequencedMap<String, TableId> own;
    private final Map<TableId, String> types = new HashMap<>();
    private final Map<TableId, Map<String, String>> attributes = new HashMap<>();

    private AliasReader(RecordStore store) {
        this.store = store;
        this.checksum = store.policies().locking().attribute().value();
        this.tables = store.catalog().tables().stream().map(TableSummary::id).toList();
        this.own = TypeNames.of(tables, Aliases.NONE);
    }

    /** One table or column, or why it is none. */
    private sealed interface Found<T> {
        record One<T>(T target) implements Found<T> {}

        record None<T>(Why why) implements Found<T> {}
    }

    private record TableColumn(Table table, Column column) {}

    /**
     * Reads lines. The first that cannot be used is told.
     *
     * @throws dev.concord.outcome.StoreFault or dev.concord.catalog.CatalogFault when the catalog cannot be read
     */
    public static AliasReading read(List<AliasLine> lines, RecordStore store) {
        if (lines.isEmpty()) {
            return new AliasReading.Read(Aliases.NONE);
        }
        AliasReader reader = new AliasReader(store);
        for (AliasLine line : lines) {
            Optional<Why> refused =
                    switch (line.kind()) {
                        case TYPE -> reader.type(line);
                        case ATTRIBUTE -> reader.attribute(line);
                    };
            if (refused.isPresent()) {
                return new AliasReading.Refused(line, refused.get());
            }
        }
        return new AliasReading.Read(new Aliases(reader.types, reader.attributes));
    }

    private Optional<Why> type(AliasLine line) {
        return switch (table(line.target())) {
            case Found.None<TableId>(Why why) -> Optional.of(why);
            case Found.One<TableId>(TableId table) -> {
                boolean taken = tables.stream()
                                .anyMatch(other ->
                                        !other.equals(table) && other.name().equals(line.name()))
                        || Optional.ofNullable(own.get(line.name()))
                                .filter(other -> !other.equals(table))
                                .isPresent();
                yield checked(line.name(), Set.of(Addresses.OPERATIONS), taken, table, types);
            }
        };
    }

    private Optional<Why> attribute(AliasLine line) {
        return switch (column(line.target())) {
            case Found.None<TableColumn>(Why why) -> Optional.of(why);
            case Found.One<TableColumn>(TableColumn target) -> {
                Table table = target.table();
                String column = target.column().name();
                List<Attribute> own = AttributeNames.of(table, checksum, Map.of());
                if (own.stream().noneMatch(one -> one.column().name().equals(column))) {
                    yield Optional.of(Why.NAMES_NOTHING);
                }
                boolean taken = own.stream()
                        .filter(one -> !one.column().name().equals(column))
                        .anyMatch(one -> one.name().equals(line.name())
                                || one.column().name().equals(line.name()));
                yield checked(
                        line.name(),
                        AttributeNames.reserved(checksum),
                        taken,
                        column,
                        attributes.computeIfAbsent(table.id(), _ -> new HashMap<>()));
            }
        };
    }

    /** Notes a name unless it cannot be used. */
    private static <T> Optional<Why> checked(
            String name, Set<String> reserved, boolean taken, T target, Map<T, String> names) {
        if (!MemberNames.allowed(name) || reserved.contains(name)) {
            return Optional.of(Why.NOT_ALLOWED);
        }
        if (taken) {
            return Optional.of(Why.TAKEN);
        }
        if (names.containsValue(name)) {
            return Optional.of(Why.TWICE);
        }
        return names.putIfAbsent(target, name) == null ? Optional.empty() : Optional.of(Why.SECOND);
    }

    private Found<TableId> table(String name) {
        return closest(
                tables.stream().filter(table -> TableName.names(name, table)).toList(),
                table -> name.equals(table.name()) || name.equals(table.qualifiedName()));
    }

    /** Finds a column, whose name and whose table's name may have points in them. */
    private Found<TableColumn> column(String target) {
        List<TableColumn> found = new ArrayList<>();
        for (int dot = target.indexOf('.'); dot >= 0; dot = target.indexOf('.', dot + 1)) {
            String column = target.substring(dot + 1);
            switch (table(target.substring(0, dot))) {
                case Found.One<TableId>(TableId id) ->
                    store.catalog().table(id).ifPresent(table -> found.addAll(columns(table, column)));
                case Found.None<TableId>(Why why) -> {
                    if (why == Why.UNCLEAR) {
                        return new Found.None<>(why);
                    }
                }
            }
        }
        return closest(found, _ -> false);
    }

    private static List<TableColumn> columns(Table table, String name) {
        List<TableColumn> alike = table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(name))
                .map(column -> new TableColumn(table, column))
                .toList();
        return switch (closest(alike, one -> one.column().name().equals(name))) {
            case Found.One<TableColumn>(TableColumn one) -> List.of(one);
            case Found.None<TableColumn> _ -> alike;
        };
    }

    /** Of several in different cases the one that is written exactly so is meant. */
    private static <T> Found<T> closest(List<T> found, Predicate<T> exactly) {
        List<T> best = found.stream().filter(exactly).toList();
        List<T> meant = best.size() == 1 ? best : found;
        return switch (meant.size()) {
            case 0 -> new Found.None<>(Why.NAMES_NOTHING);
            case 1 -> new Found.One<>(meant.getFirst());
            default -> new Found.None<>(Why.UNCLEAR);
        };
    }
}
