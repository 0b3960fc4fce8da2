package dev.concord.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds blocks that both sides put in at different places. Each place alone is a change of one side; but the merged
 * text would contain the block twice. A block is whole lines, all of what one side put in at a place if it has three
 * words or more, or four words in a row that the base does not have; a shorter phrase may well be needed twice, and so
 * may a short line in the place of another. What the base has several times is an idiom of that text and no block.
 */
final class DoubledBlocks {
    /** The fewest words that are a block although they are not a line. */
    private static final int FEWEST = 3;
    /** How many words that the base does not have are a block in any case. */
    private static final int NEW_WORDS = 4;
    /** How many places with the same words are compared, so that repeated lines take no time. */
    private static final int MOST_PLACES = 16;

    private final Sides sides;
    private final Vocabulary vocabulary = new Vocabulary();
    private final List<Insertion> theirs = new ArrayList<>();
    private final List<Insertion> mine = new ArrayList<>();
    private final BitSet doubled = new BitSet();

    /** The base's words, once they are needed. */
    private Optional<SpacedWords> base = Optional.empty();

    private final BitSet inBase = new BitSet();

    private DoubledBlocks(Sides sides) {
        this.sides = sides;
    }

    /** Returns the runs; those that contain a block that another has, too, are conflicts. */
    static List<MergedRun> opened(List<MergedRun> runs, Sides sides) {
        return new DoubledBlocks(sides).opened(runs);
    }

    private List<MergedRun> opened(List<MergedRun> runs) {
        for (int i = 0; i < runs.size(); i++) {
            Chunk chunk = runs.get(i).chunk();
            switch (runs.get(i).resolution().kind()) {
                case THEIRS -> add(i, sides.base(chunk), sides.theirs(chunk), theirs);
                case MINE -> add(i, sides.base(chunk), sides.mine(chunk), mine);
                case SPACING, WORDS -> {
                    add(i, sides.base(chunk), sides.theirs(chunk), theirs);
                    add(i, sides.base(chunk), sides.mine(chunk), mine);
                }
                case UNCHANGED, EQUAL, CONFLICT -> {}
            }
        }
        if (theirs.isEmpty() || mine.isEmpty()) {
            return runs;
        }
        findRuns();
        findShortLines();
        List<MergedRun> opened = new ArrayList<>(runs);
        doubled.stream().forEach(i -> opened.set(i, new MergedRun(runs.get(i).chunk(), RunResolution.conflict())));
        return opened;
    }

    /** Words that one side put into a run. */
    private record Insertion(int run, Edit edit, SpacedWords words) {
        int size() {
            return edit.newEnd() - edit.newStart();
        }

        int number(int index) {
            return words.numbers()[edit.newStart() + index];
        }

        boolean startsLine(int index) {
            return words.startsLine(edit.newStart() + index);
        }

        /** Whether the same place in the same run is meant, where both put it in together. */
        boolean samePlace(Insertion other) {
            return run == other.run && edit.start() == other.edit.start();
        }
    }

    /** A word of an insertion. */
    private record Place(Insertion insertion, int offset) {
        boolean same(Place other, int distance) {
            int mine = offset + distance;
            int theirs = other.offset + distance;
            return mine >= 0
                    && theirs >= 0
                    && mine < insertion.size()
                    && theirs < other.insertion.size()
                    && insertion.number(mine) == other.insertion.number(theirs);
        }

        boolean startsLine(int distance) {
            return insertion.startsLine(offset + distance);
        }

        FirstTwo firstTwo() {
            return new FirstTwo(insertion.number(offset), insertion.number(offset + 1));
        }
    }

    /** The words that a place begins with. */
    private record FirstTwo(int first, int second) {}

    private void add(int run, String base, String side, List<Insertion> insertions) {
        SpacedWords words = SpacedWords.of(side, vocabulary);
        SpacedWords old = SpacedWords.of(base, vocabulary);
        for (Edit edit : HistogramDiff.edits(old.numbers(), words.numbers(), vocabulary.size())) {
            if (!edit.isDeletion()) {
                insertions.add(new Insertion(run, edit, words));
            }
        }
    }

    private void findRuns() {
        Map<FirstTwo, List<Place>> starts = new HashMap<>();
        for (Insertion insertion : theirs) {
            for (int offset = 0; offset + FEWEST <= insertion.size(); offset++) {
                Place place = new Place(insertion, offset);
                List<Place> places = starts.computeIfAbsent(place.firstTwo(), _ -> new ArrayList<>());
                if (places.size() < MOST_PLACES) {
                    places.add(place);
                }
            }
        }
        for (Insertion insertion : mine) {
            for (int offset = 0; offset + FEWEST <= insertion.size(); offset++) {
                Place place = new Place(insertion, offset);
                for (Place other : starts.getOrDefault(place.firstTwo(), List.of())) {
                    if (!place.same(other, -1)) {
                        compare(place, other);
                    }
                }
            }
        }
    }

    /** Examines the run of words that two places begin with. */
    private void compare(Place place, Place other) {
        int size = 0;
        int fresh = 0;
        int mostFresh = 0;
        while (place.same(other, size)) {
            fresh = isInBase(place.insertion().number(place.offset() + size)) ? 0 : fresh + 1;
            mostFresh = Math.max(mostFresh, fresh);
            size++;
        }
        List<Integer> lines = IntStream.rangeClosed(0, size)
                .filter(at -> place.startsLine(at) && other.startsLine(at))
                .boxed()
                .toList();
        boolean whole =
                size == place.insertion().size() || size == other.insertion().size();
        if (size >= FEWEST && (whole || mostFresh >= NEW_WORDS)) {
            found(place.insertion(), other.insertion(), place.offset(), place.offset() + size);
        } else if (!lines.isEmpty() && lines.getLast() - lines.getFirst() >= FEWEST) {
            int from = place.offset() + lines.getFirst();
            found(place.insertion(), other.insertion(), from, place.offset() + lines.getLast());
        }
    }

    private void findShortLines() {
        Map<String, List<Insertion>> lines = new HashMap<>();
        for (Insertion insertion : theirs) {
            shortLines(insertion).forEach((text, _) -> lines.computeIfAbsent(text, _ -> new ArrayList<>())
                    .add(insertion));
        }
        for (Insertion insertion : mine) {
            shortLines(insertion).forEach((text, offset) -> {
                for (Insertion other : lines.getOrDefault(text, List.of())) {
                    if (insertion.edit().isInsertion() || other.edit().isInsertion()) {
                        found(insertion, other, offset, offset + text.split(" ").length);
                    }
                }
            });
        }
    }

    /** Returns the whole lines of one or two words, and where they are in an insertion. */
    private static Map<String, Integer> shortLines(Insertion insertion) {
        Map<String, Integer> lines = new HashMap<>();
        int start = insertion.edit().newStart();
        for (int size = 1; size < FEWEST; size++) {
            for (int from = 0; from + size <= insertion.size(); from++) {
                if (insertion.startsLine(from) && insertion.startsLine(from + size)) {
                    lines.put(insertion.words().joined(start + from, start + from + size), from);
                }
            }
        }
        return lines;
    }

    /** Opens the runs of a block, which is given by its words in one of the insertions. */
    private void found(Insertion block, Insertion other, int from, int to) {
        boolean known = doubled.get(block.run()) && doubled.get(other.run());
        if (!known && !block.samePlace(other) && isBlock(block, from, to)) {
            doubled.set(block.run());
            doubled.set(other.run());
        }
    }

    private boolean isBlock(Insertion block, int from, int to) {
        int start = block.edit().newStart() + from;
        int end = block.edit().newStart() + to;
        boolean says = block.words().joined(start, end).codePoints().anyMatch(Character::isLetterOrDigit);
        int most = to - from < FEWEST ? 0 : 1;
        return says && occurrences(block.words(), start, end) <= most;
    }

    /** Returns how often the base has some words one after the other. */
    private int occurrences(SpacedWords words, int from, int to) {
        int[] all = base().numbers();
        int occurrences = 0;
        for (int at = 0; at + to - from <= all.length; at++) {
            if (Arrays.equals(all, at, at + to - from, words.numbers(), from, to)) {
                occurrences++;
            }
        }
        return occurrences;
    }

    private boolean isInBase(int number) {
        base();
        return inBase.get(number);
    }

    private SpacedWords base() {
        SpacedWords words = base.orElseGet(() -> SpacedWords.of(sides.base(), vocabulary));
        if (base.isEmpty()) {
            base = Optional.of(words);
            Arrays.stream(words.numbers()).forEach(inBase::set);
        }
        return words;
    }
}
