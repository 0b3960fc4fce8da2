package dev.concord.app.gateway.resource;

import dev.concord.catalog.Table;
import dev.concord.record.Snapshot;
import dev.concord.version.LockingMode;
import java.util.List;
import java.util.Optional;

/**
 * A table as a type of resources. Immutable: a table that changes gets another one.
 *
 * @param name the table's own name, or one like it where JSON:API does not allow that or another schema has a table of that name
 * @param table the table or view as the catalog read it
 * @param attributes its columns in order, except a column {@code id} that is the whole key, which is the resource's id
 * @param relationships its foreign keys, and those of other tables that refer to it; none where rows have no address
 * @param mode whether writes must carry a token
 * @param checksum the name of the attribute that carries the row's checksum
 * @param ids the ids of its rows
 * @param tags the checksums and ETags of its rows
 */
public record ResourceType(
        String name,
        Table table,
        List<Attribute> attributes,
        List<Relationship> relationships,
        LockingMode mode,
        String checksum,
        ResourceIds ids,
        RowTags tags) {

    public ResourceType {
        attributes = List.copyOf(attributes);
        relationships = List.copyOf(relationships);
    }

    /**
     * Whether rows have addresses of their own, because a key tells each from all others. Rows of a view, or of a table without such a key, are
     * read as members of the collection only, and never written.
     */
    public boolean addressable() {
        return table.type() == Table.Type.TABLE && table.rowKey().isPresent();
    }

    /** Returns the id of a row; without a key it is the checksum, which rows that are equal share. */
    public String id(Snapshot row) {
        return addressable() ? ids.id(row.key()) : tags.checksum(row);
    }

    /** Returns the attribute of that exact name; the checksum is none of them. */
    public Optional<Attribute> attribute(String named) {
        return attributes.stream().filter(a -> a.name().equals(named)).findFirst();
    }

    /** Returns the attribute of a column; empty where the column is the resource's id. */
    public Optional<Attribute> attributeOf(String column) {
        return attributes.stream().filter(a -> a.column().name().equals(column)).findFirst();
    }

    /** Returns the relationship of that exact name. */
    public Optional<Relationship> relationship(String named) {
        return relationships.stream().filter(r -> r.name().equals(named)).findFirst();
    }

    /** Whether resources carry the checksum as an attribute: in every mode but {@code ignored}. */
    public boolean carriesChecksum() {
        return mode != LockingMode.IGNORED;
    }

    /**
     * Whether clients may ask for a field of that name. The checksum is among these also where resources have none, so that a client need not
     * know the mode.
     */
    public boolean mayBeAsked(String named) {
        return attribute(named).isPresent() || relationship(named).isPresent() || named.equals(checksum);
    }
}
