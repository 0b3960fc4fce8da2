package dev.concord.merge;

import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.items.ItemSyntax;
import dev.concord.merge.items.PostgresArray;
import dev.concord.merge.items.SeparatedItems;
import dev.concord.record.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Three values of one column that hold items. */
record ItemSides(ItemSyntax syntax, Side base, Side theirs, Side mine) {

    /**
     * A value and its items.
     *
     * @param items of a set, without repetitions and empty ones
     */
    record Side(Value value, List<String> items) {}

    /** Reads three values; empty when they are not all written in one way, or theirs or mine is NULL. */
    static Optional<ItemSides> of(ColumnRule rule, Value base, Value theirs, Value mine) {
        return syntax(rule, base, theirs, mine).flatMap(syntax -> {
            Optional<Side> old = base.isNull() ? Optional.of(new Side(base, List.of())) : side(rule, syntax, base);
            Optional<Side> their = side(rule, syntax, theirs);
            Optional<Side> my = side(rule, syntax, mine);
            return old.isPresent() && their.isPresent() && my.isPresent()
                    ? Optional.of(new ItemSides(syntax, old.get(), their.get(), my.get()))
                    : Optional.empty();
        });
    }

    /** The items as a value, that of a side where it has just these; empty when they cannot be written. */
    Optional<Value> value(List<String> items) {
        return Stream.of(theirs, mine, base)
                .filter(side -> side.items().equals(items))
                .map(Side::value)
                .findFirst()
                .or(() -> written(items));
    }

    private Optional<Value> written(List<String> items) {
        String text = syntax.text(items);
        boolean readable = syntax.items(text).filter(items::equals).isPresent();
        return readable
                ? Optional.of(
                        theirs.value() instanceof Value.Other(String type, String _)
                                ? new Value.Other(type, text)
                                : Value.of(text))
                : Optional.empty();
    }

    private static Optional<Side> side(ColumnRule rule, ItemSyntax syntax, Value value) {
        return syntax.items(value.text())
                .map(items -> rule.form() == Form.SET
                        ? items.stream()
                                .filter(item -> !item.isEmpty())
                                .distinct()
                                .toList()
                        : items)
                .map(items -> new Side(value, items));
    }

    private static Optional<ItemSyntax> syntax(ColumnRule rule, Value base, Value theirs, Value mine) {
        if (theirs instanceof Value.Text(String their)
                && mine instanceof Value.Text(String my)
                && (base instanceof Value.Text || base.isNull())) {
            return rule.separator().isEmpty()
                    ? Optional.empty()
                    : Optional.of(SeparatedItems.spaced(rule.separator(), List.of(their, my, base.text())));
        }
        return theirs instanceof Value.Other(String type, String _)
                        && type(mine).equals(Optional.of(type))
                        && (base.isNull() || type(base).equals(Optional.of(type)))
                ? ofType(type.toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private static Optional<String> type(Value value) {
        return value instanceof Value.Other(String type, String _) ? Optional.of(type) : Optional.empty();
    }

    private static Optional<ItemSyntax> ofType(String type) {
        if (type.equals("set")) {
            return Optional.of(SeparatedItems.exact(","));
        }
        return type.endsWith("[]") || type.startsWith("_") ? Optional.of(PostgresArray.ofType(type)) : Optional.empty();
    }
}
