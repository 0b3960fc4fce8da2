package dev.concord.merge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A set, merged from what both sides added and removed, in the order of theirs with the person's additions at the end.
 */
final class SetMerge implements ItemMerge {
    private final ItemSides sides;
    private final List<Part> parts;

    SetMerge(ItemSides sides) {
        this.sides = sides;
        this.parts = parts(identity());
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public boolean both() {
        return false;
    }

    @Override
    public Optional<List<String>> items(Map<Integer, PartAnswer> answers) {
        return ItemMerge.super
                .items(answers)
                .map(items -> items.stream().distinct().toList());
    }

    @Override
    public Optional<List<String>> answered(int place, PartAnswer answer) {
        Part part = parts.get(place);
        return switch (answer) {
            case PartAnswer.Base _ -> Optional.of(part.base().stream().toList());
            case PartAnswer.Theirs _ -> Optional.of(part.theirs().stream().toList());
            case PartAnswer.Mine _ -> Optional.of(part.mine().stream().toList());
            case PartAnswer.Typed(String text) -> sides.syntax().runItems(text);
            case PartAnswer.TheirsThenMine _, PartAnswer.MineThenTheirs _ -> Optional.empty();
        };
    }

    private List<Part> parts(UnaryOperator<String> identity) {
        SequencedMap<String, String> base = by(identity, sides.base());
        SequencedMap<String, String> theirs = by(identity, sides.theirs());
        SequencedMap<String, String> mine = by(identity, sides.mine());
        SequencedSet<String> all = new LinkedHashSet<>(theirs.keySet());
        all.addAll(mine.keySet());
        all.addAll(base.keySet());
        List<Part> found = new ArrayList<>();
        for (String item : all) {
            Optional<String> old = Optional.ofNullable(base.get(item));
            Optional<String> their = Optional.ofNullable(theirs.get(item));
            Optional<String> my = Optional.ofNullable(mine.get(item));
            String name = their.or(() -> my).or(() -> old).orElseThrow();
            found.add(new Part(name, Change.between(old, their, my), old, their, my));
        }
        return List.copyOf(found);
    }

    /** Ignores case and the Unicode form, unless that makes two items of one side equal. */
    private UnaryOperator<String> identity() {
        boolean clear = Stream.of(sides.base(), sides.theirs(), sides.mine())
                .allMatch(side -> by(SetMerge::letters, side).size()
                        == by(UnaryOperator.identity(), side).size());
        return clear ? SetMerge::letters : UnaryOperator.identity();
    }

    private static String letters(String item) {
        return Normalizer.normalize(item, Normalizer.Form.NFC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static SequencedMap<String, String> by(UnaryOperator<String> identity, ItemSides.Side side) {
        SequencedMap<String, String> items = new LinkedHashMap<>();
        side.items().forEach(item -> items.putIfAbsent(identity.apply(item), item));
        return items;
    }
}
