package dev.concord.app.gateway.resource;

import dev.concord.catalog.CatalogFault;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.outcome.StoreFault;
import dev.concord.store.RecordStore;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The tables and views of a database as types of resources. Tables are read from the catalog when they are first asked for, and again after the catalog has forgotten them. Safe to
 * share between threads.
 */
public final class ResourceTypes {
    private final RecordStore store;
    private final String checksum;
    private final Predicate<TableId> seen;
    private final Aliases aliases;

    private volatile Known known = new Known(new LinkedHashMap<>(), Map.of());

    /**
     * What is known. It is replaced as a whole, never changed.
     *
     * @param names tables by the names of their types
     * @param types those that were asked for; they have names of other types in them, and so belong to these names alone
     */
    private record Known(SequencedMap<String, TableId> names, Map<TableId, ResourceType> types) {
        Known with(TableId id, Optional<ResourceType> type) {
            Map<TableId, ResourceType> all = new HashMap<>(types);
            type.ifPresentOrElse(made -> all.put(id, made), () -> all.remove(id));
            return new Known(names, Map.copyOf(all));
        }
    }

    private ResourceTypes(RecordStore store, String checksum, Predicate<TableId> seen, Aliases aliases) {
        this.store = store;
        this.checksum = checksum;
        this.seen = seen;
        this.aliases = aliases;
    }

    /** Returns the types of a store's database; modes and the checksum's name are those of the store's policies. */
    public static ResourceTypes of(RecordStore store) {
        return of(store, _ -> true, Aliases.NONE);
    }

    /**
     * Returns the types of some of the tables of a store's database. They have the names they would have among all; the others do not
     * exist, and no relationship leads to them.
     *
     * @param aliases other names of tables and columns; one that a table or column has meanwhile got of its own goes before it
     */
    public static ResourceTypes of(RecordStore store, Predicate<TableId> seen, Aliases aliases) {
        return new ResourceTypes(store, store.policies().locking().attribute().value(), seen, aliases);
    }

    /** Whether there was a type of that exact name when the names were read last; asks no database. */
    public boolean listed(String name) {
        return known.names().containsKey(name);
    }

    /**
     * Returns the type of that exact name; a table made, renamed or moved since the names were read last is found.
     *
     * @throws StoreFault when the catalog cannot be read
     */
    public Optional<ResourceType> find(String name) {
        return reading(() -> type(name, known.names()).or(() -> type(name, namesNow())));
    }

    /**
     * Returns the type of a table.
     *
     * @throws StoreFault when the catalog cannot be read
     */
    public Optional<ResourceType> of(TableId table) {
        return reading(() ->
                nameOf(table, known.names()).or(() -> nameOf(table, namesNow())).flatMap(name -> type(table, name)));
    }

    /**
     * Returns all types by name, as the database is now.
     *
     * @throws StoreFault when the catalog cannot be read
     */
    public List<ResourceType> all() {
        return reading(() -> namesNow().entrySet().stream()
                .flatMap(entry -> type(entry.getValue(), entry.getKey()).stream())
                .toList());
    }

    private SequencedMap<String, TableId> namesNow() {
        SequencedMap<String, TableId> now = new LinkedHashMap<>(TypeNames.of(
                store.catalog().tables().stream().map(TableSummary::id).toList(), aliases));
        now.values().removeIf(seen.negate());
        learn(now);
        return now;
    }

    private Optional<ResourceType> type(String name, Map<String, TableId> among) {
        return Optional.ofNullable(among.get(name)).flatMap(id -> type(id, name));
    }

    private static Optional<String> nameOf(TableId table, Map<String, TableId> names) {
        return names.entrySet().stream()
                .filter(entry -> entry.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A type is used until the catalog has read its table again, which makes another object of it. */
    @SuppressWarnings("ReferenceEquality")
    private Optional<ResourceType> type(TableId id, String name) {
        Optional<Table> table = store.catalog().table(id);
        Known now = known;
        ResourceType before = now.types().get(id);
        if (before != null && table.isPresent() && before.table() == table.get()) {
            return Optional.of(before);
        }
        Optional<ResourceType> made = table.map(found -> make(found, name, now.names()));
        learn(now.names(), id, made);
        return made;
    }

    private synchronized void learn(SequencedMap<String, TableId> names) {
        if (!known.names().equals(names)) {
            known = new Known(names, Map.of());
        }
    }

    private synchronized void learn(SequencedMap<String, TableId> names, TableId id, Optional<ResourceType> type) {
        if (known.names().equals(names)) {
            known = known.with(id, type);
        }
    }

    private ResourceType make(Table table, String name, Map<String, TableId> names) {
        List<Attribute> attributes = AttributeNames.of(table, checksum, aliases.attributes(table.id()));
        RelationshipNames relationships =
                new RelationshipNames(attributes, checksum, id -> nameOf(id, names), store.catalog()::table, aliases);
        return new ResourceType(
                name,
                table,
                attributes,
                relationships.of(table, store.catalog().referring(table.id())),
                store.policies().of(table.id()).mode(),
                checksum,
                ResourceIds.of(table),
                RowTags.of(table, store.guardOf(table).ignored()));
    }

    private static <T> T reading(Supplier<T> lookup) {
        try {
            return lookup.get();
        } catch (CatalogFault fault) {
            throw new StoreFault(fault);
        }
    }
}
