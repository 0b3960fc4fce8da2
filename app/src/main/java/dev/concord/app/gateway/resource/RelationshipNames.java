package dev.concord.app.gateway.resource;

import dev.concord.app.gateway.resource.Relationship.Cardinality;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.ReferringKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The relationships of a table and their names. A foreign key has the name of the type it refers to, {@code Customer}; the other way
 * round it has the name of the referring type and {@code List}, {@code OrderList}. Where that name is an attribute's, or several keys
 * would have it, the foreign key's columns follow: {@code Employee-by-manager_id}.
 *
 * @param attributes the table's attributes, whose names no relationship has
 * @param checksum the name of the checksum's attribute
 * @param types the names of types by table; empty for no such table
 * @param tables finds tables; to those without a key there is no relationship
 * @param aliases other names of the foreign keys' columns
 */
record RelationshipNames(
        List<Attribute> attributes,
        String checksum,
        Function<TableId, Optional<String>> types,
        Function<TableId, Optional<Table>> tables,
        Aliases aliases) {

    /** A relationship that has no name yet. */
    private record Found(
            Cardinality cardinality, String type, Table other, ForeignKey key, Map<String, String> aliases) {
        String shortName() {
            return cardinality == Cardinality.ONE ? type : type + "List";
        }

        String longName() {
            return MemberNames.mended(key.columns().stream()
                    .map(column -> aliases.getOrDefault(column, column))
                    .collect(Collectors.joining("-", shortName() + "-by-", "")));
        }
    }

    /** Returns a table's relationships: those of its own foreign keys first. */
    List<Relationship> of(Table table, List<ReferringKey> referring) {
        if (!related(table)) {
            return List.of();
        }
        List<Found> found = Stream.concat(
                        table.foreignKeys().stream()
                                .flatMap(key -> found(Cardinality.ONE, table.id(), key.target(), key).stream()),
                        referring.stream()
                                .flatMap(key -> found(Cardinality.MANY, key.from(), key.from(), key.key()).stream()))
                .toList();
        Set<String> used = new HashSet<>(AttributeNames.reserved(checksum));
        attributes.forEach(attribute -> used.add(attribute.name()));
        List<Relationship> named = new ArrayList<>();
        for (Found one : found) {
            long alike = found.stream()
                    .filter(other -> other.shortName().equals(one.shortName()))
                    .count();
            boolean brief = alike == 1 && !used.contains(one.shortName());
            String name = MemberNames.free(brief ? one.shortName() : one.longName(), used);
            named.add(new Relationship(
                    name, one.cardinality(), one.type(), one.other(), ResourceIds.of(one.other()), one.key()));
        }
        return named;
    }

    /** A relationship leads from one address to others. */
    private static boolean related(Table table) {
        return table.type() == Table.Type.TABLE && table.rowKey().isPresent();
    }

    private Optional<Found> found(Cardinality cardinality, TableId holder, TableId other, ForeignKey key) {
        return types.apply(other)
                .flatMap(type -> tables.apply(other)
                        .filter(RelationshipNames::related)
                        .map(table -> new Found(cardinality, type, table, key, aliases.attributes(holder))))
                .filter(one -> one.other().columns().stream()
                        .map(column -> column.name())
                        .toList()
                        .containsAll(cardinality == Cardinality.ONE ? key.targetColumns() : key.columns()));
    }
}
