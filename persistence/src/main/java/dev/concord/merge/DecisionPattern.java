package dev.concord.merge;

import dev.concord.catalog.TableId;
import java.util.List;
import java.util.Optional;

/**
 * What the merges of several records have in common when one decision can be applied to all of them: the table, the
 * columns to decide, and how the values of each differ. Immutable, and equal for merges that are alike.
 *
 * @param table the records' table
 * @param places the columns to decide, in the table's order
 */
public record DecisionPattern(TableId table, List<Place> places) {

    /**
     * A column to decide.
     *
     * @param column its name
     * @param kind how its values differ
     */
    public record Place(String column, Kind kind) {}

    /** How the values of a column to decide differ; one of them fits. */
    public enum Kind {
        /** Both changes can be added up. */
        QUANTITY,
        /** It is decided part by part. */
        PARTS,
        /** Only the database's value changed; the person changed another column of its group. */
        DATABASE_ONLY,
        /** Only the person changed it; the database's row changed in another column of its group. */
        EDIT_ONLY,
        /** It is NULL in the database now. */
        EMPTIED_IN_DATABASE,
        /** The person set it to NULL. */
        EMPTIED_BY_EDIT,
        /** Both changed it to some value. */
        BOTH;

        private static Kind of(FieldMerge field) {
            if (field.quantity().isPresent()) {
                return QUANTITY;
            }
            if (field.parts().isPresent()) {
                return PARTS;
            }
            if (field.mine().equals(field.base())) {
                return DATABASE_ONLY;
            }
            if (field.theirs().equals(field.base())) {
                return EDIT_ONLY;
            }
            return field.theirs().isNull() ? EMPTIED_IN_DATABASE : field.mine().isNull() ? EMPTIED_BY_EDIT : BOTH;
        }
    }

    public DecisionPattern {
        places = List.copyOf(places);
    }

    /** The pattern of a merge; without places when there is nothing to decide. */
    public static DecisionPattern of(RecordMerge merge) {
        return new DecisionPattern(
                merge.table().id(),
                merge.decisions().stream()
                        .map(field -> new Place(field.name(), Kind.of(field)))
                        .toList());
    }

    /**
     * Makes the choices of a merge of this pattern for another one. The database's value, the person's or the sum are
     * that record's own; a value that was typed is the same for all. Only the columns to decide are chosen.
     *
     * @return nothing undecided; empty when the other is not of this pattern, or when a choice fits the one record
     *     alone, as answers to parts do
     */
    public Optional<Resolution> carry(Resolution decided, RecordMerge other) {
        if (!of(other).equals(this)) {
            return Optional.empty();
        }
        Resolution carried = Resolution.of(other);
        for (Place place : places) {
            Optional<Choice> choice = decided.choice(place.column()).filter(c -> !(c instanceof Choice.InParts));
            if (choice.isEmpty()) {
                return Optional.empty();
            }
            carried = carried.choose(place.column(), choice.get());
        }
        return Optional.of(carried).filter(all -> all.undecided().isEmpty());
    }
}
