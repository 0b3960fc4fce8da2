package dev.concord.app.gateway.write;

import dev.concord.app.gateway.resource.Relationship;
import dev.concord.query.PageRequest;
import dev.concord.query.RowFilter;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.store.RecordStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Foreign keys that refer to a row although they are not spelled as it is: a collation may take {@code Graz} and {@code GRAZ} for the same. The database is asked.
 *
 * @param store finds the rows that foreign keys refer to
 * @param relationship leads from the row to many
 */
public record Spellings(RecordStore store, Relationship relationship) {

    /**
     * Returns the foreign keys of those rows that refer to the owner in another spelling.
     *
     * @throws dev.concord.outcome.StoreFault when the database cannot be read
     */
    public Set<Row> of(Snapshot owner, Collection<Row> members) {
        MemberKeys keys = new MemberKeys(relationship);
        Set<Row> asked = new HashSet<>();
        Set<Row> spellings = new HashSet<>();
        for (Row member : members) {
            Row foreign = member.only(relationship.otherColumns());
            boolean refers = foreign.values().values().stream().noneMatch(value -> value.isNull());
            if (refers && !keys.isMember(owner.row(), member) && asked.add(foreign) && refersTo(owner, foreign)) {
                spellings.add(foreign);
            }
        }
        return spellings;
    }

    private boolean refersTo(Snapshot owner, Row foreign) {
        Row values = Row.EMPTY;
        for (int i = 0; i < relationship.ownColumns().size(); i++) {
            values = values.with(
                    relationship.ownColumns().get(i),
                    foreign.get(relationship.otherColumns().get(i)));
        }
        PageRequest owners =
                PageRequest.first(owner.key().table(), List.of(), 1).where(RowFilter.among(List.of(values)));
        return store.page(owners).rows().stream().anyMatch(row -> owner.key().columns().values().entrySet().stream()
                .allMatch(key -> row.get(key.getKey()).equals(key.getValue())));
    }
}
