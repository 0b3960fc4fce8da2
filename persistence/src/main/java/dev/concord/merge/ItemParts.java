package dev.concord.merge;

import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Items of a set or list. They are kept in a text with a separator, in MariaDB's SET, or in a PostgreSQL array; H2's
 * arrays, which are spelled otherwise, are one value.
 *
 * <p>A set ({@link ColumnRule.Form#SET}) is what both sides added to and left of the base. An item is known by its
 * letters, whatever their case, so that one that was written otherwise is the same item changed, and only that can meet
 * a removal or another change and be a decision; where a side holds two items that differ in case only, every letter
 * counts. A part is an item, its name as well.
 *
 * <p>A list ({@link ColumnRule.Form#LIST}) is merged by diff3, as the lines of a text are. A part is a run of items,
 * known by its place.
 *
 * <p>Spacing around the items of a text is no part of them. The result is written as theirs is.
 */
public final class ItemParts implements Parts {
    private final ItemSides sides;
    private final ItemMerge merge;

    private ItemParts(ItemSides sides, ItemMerge merge) {
        this.sides = sides;
        this.merge = merge;
    }

    /**
     * Compares three values.
     *
     * @param rule for a set or a list; any other gives nothing
     * @return empty when one of them is not written as items, or theirs or mine is NULL; a base of NULL counts as one
     *     without items
     */
    public static Optional<Parts> of(ColumnRule rule, Value base, Value theirs, Value mine) {
        return ItemSides.of(rule, base, theirs, mine).flatMap(sides -> merged(rule, sides));
    }

    private static Optional<Parts> merged(ColumnRule rule, ItemSides sides) {
        Optional<ItemMerge> merge =
                switch (rule.form()) {
                    case SET -> Optional.of(new SetMerge(sides));
                    case LIST -> Optional.of(new ListMerge(sides));
                    case WHOLE, TEXT, EXACT_TEXT, JSON -> Optional.empty();
                };
        return merge.<Parts>map(done -> new ItemParts(sides, done))
                .filter(parts ->
                        !parts.decisions().isEmpty() || parts.value(Map.of()).isPresent());
    }

    @Override
    public Rule rule() {
        return Rule.ITEMS;
    }

    @Override
    public List<Part> all() {
        return merge.parts();
    }

    @Override
    public boolean both() {
        return merge.both();
    }

    @Override
    public Optional<Value> value(Map<Integer, PartAnswer> answers) {
        return merge.items(answers).flatMap(sides::value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ItemParts parts && sides.equals(parts.sides) && both() == parts.both();
    }

    @Override
    public int hashCode() {
        return sides.hashCode();
    }
}
