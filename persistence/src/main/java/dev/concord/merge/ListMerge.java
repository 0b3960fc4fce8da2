package dev.concord.merge;

import dev.concord.diff.Piece;
import dev.concord.diff.TextMerge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A list, merged like the lines of a text: each item is replaced by its number on a line of its own. */
final class ListMerge implements ItemMerge {
    private final ItemSides sides;
    private final List<Run> runs;
    private final List<Part> parts;

    /** A run of items on the three sides. */
    private record Run(Change change, List<String> base, List<String> theirs, List<String> mine) {}

    ListMerge(ItemSides sides) {
        this.sides = sides;
        this.runs = runs(sides);
        this.parts = runs.stream()
                .map(run -> new Part("", run.change(), text(run.base()), text(run.theirs()), text(run.mine())))
                .toList();
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public boolean both() {
        return true;
    }

    @Override
    public Optional<List<String>> answered(int place, PartAnswer answer) {
        Run run = runs.get(place);
        return switch (answer) {
            case PartAnswer.Base _ -> Optional.of(run.base());
            case PartAnswer.Theirs _ -> Optional.of(run.theirs());
            case PartAnswer.Mine _ -> Optional.of(run.mine());
            case PartAnswer.TheirsThenMine _ -> Optional.of(joined(run.theirs(), run.mine()));
            case PartAnswer.MineThenTheirs _ -> Optional.of(joined(run.mine(), run.theirs()));
            case PartAnswer.Typed(String text) -> sides.syntax().runItems(text);
        };
    }

    private Optional<String> text(List<String> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(sides.syntax().run(items));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static List<Run> runs(ItemSides sides) {
        Map<String, Integer> numbers = new HashMap<>();
        TextMerge merge = TextMerge.exact(
                lines(sides.base().items(), numbers),
                lines(sides.theirs().items(), numbers),
                lines(sides.mine().items(), numbers));
        List<Run> runs = new ArrayList<>();
        for (Piece piece : merge.pieces()) {
            runs.add(new Run(
                    change(piece),
                    run(sides.base(), piece.baseLine(), piece.base()),
                    run(sides.theirs(), piece.theirsLine(), piece.theirs()),
                    run(sides.mine(), piece.mineLine(), piece.mine())));
        }
        return runs;
    }

    /** A number has no words and no spacing, so runs merged by them are decisions. */
    private static Change change(Piece piece) {
        return switch (piece.kind()) {
            case UNCHANGED -> Change.UNCHANGED;
            case MINE -> Change.MINE;
            case THEIRS -> Change.THEIRS;
            case EQUAL -> Change.EQUAL;
            case SPACING, WORDS, CONFLICT -> Change.DECISION;
        };
    }

    private static String lines(List<String> items, Map<String, Integer> numbers) {
        return items.stream()
                .map(item -> numbers.computeIfAbsent(item, _ -> numbers.size()) + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> run(ItemSides.Side side, int start, String lines) {
        int size = Math.toIntExact(lines.lines().count());
        return side.items().subList(start, start + size);
    }
}
