package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.Optional;
import java.util.Set;

/** What the foreign keys of rows hold once they are members of a relationship that leads to many, or are members no more. */
public record MemberKeys(Relationship relationship) {

    /** Whether a row holds the owner's own values. */
    boolean isMember(Row owner, Row member) {
        return added(owner, member).equals(member);
    }

    /** Returns a row that refers to the owner of the relationship. */
    public Row added(Row owner, Row member) {
        Row row = member;
        for (int i = 0; i < relationship.ownColumns().size(); i++) {
            row = row.with(
                    relationship.otherColumns().get(i),
                    owner.get(relationship.ownColumns().get(i)));
        }
        return row;
    }

    /**
     * Returns a row that does not refer to the owner of the relationship: one that refers to another row is left alone.
     *
     * @param spellings foreign keys that {@linkplain Spellings are spelled differently} and refer to the owner, too
     */
    public Row removed(Row owner, Row member, Set<Row> spellings) {
        if (!isMember(owner, member) && !spellings.contains(member.only(relationship.otherColumns()))) {
            return member;
        }
        Row row = member;
        for (String column : relationship.otherColumns()) {
            row = row.with(column, Value.ofNull());
        }
        return row;
    }

    /** Returns why no member can be removed; empty where each of them can. */
    public Optional<ApiError> staying(JsonPointer at) {
        return relationship.otherColumns().stream()
                .flatMap(name -> relationship.other().column(name).stream())
                .filter(column -> !column.nullable())
                .findFirst()
                .map(_ -> ApiError.of(
                                403,
                                "members-stay",
                                "Members cannot be removed",
                                "Each of them has to refer to some resource; delete it, or let it refer to another one.")
                        .at(at));
    }
}
