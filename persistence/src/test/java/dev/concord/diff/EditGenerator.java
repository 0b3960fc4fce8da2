package dev.concord.diff;

import dev.concord.diff.EditedText.Word;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Makes a text and two people's edits of it, the same ones for the same seed. The edits are those that a comparison of
 * texts finds hard to see: words deleted where a line ends, paragraphs filled again, blocks moved, the same block put
 * in by both at different places.
 */
final class EditGenerator {
    private static final String[] FIRST = {"ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu"};
    private static final String[] LAST = {"n", "r", "s", "t", "l", "m", "x", "nd", "rt", "st"};
    private static final List<String> COMMON = List.of("the", "of", "and", "a", "to", "in");
    private static final int THEIRS = 100_000;
    private static final int MINE = 200_000;
    private static final int BOTH = 300_000;

    private final Random random;
    /** How many different words the base has. */
    private int different = Integer.MAX_VALUE;

    private final Set<Integer> moved = new HashSet<>();
    private int typed;

    private EditGenerator(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + 1);
    }

    /** Edits that often meet. */
    static EditCase edits(long seed) {
        return new EditGenerator(seed).meeting();
    }

    /** Two people who each change words or lines of another paragraph, as most people do. */
    static EditCase ordinary(long seed) {
        return new EditGenerator(seed).apart();
    }

    /** One fills a paragraph again, the other deletes the first one to three words of a line. */
    static EditCase refilledAgainstDeletion(long seed) {
        return new EditGenerator(seed).refilling();
    }

    /** Edits of texts with few different words, whose lines are often the same. */
    static EditCase repetitive(long seed) {
        EditGenerator generator = new EditGenerator(seed);
        generator.different = 5;
        return seed % 3 == 0 ? generator.refilling() : generator.meeting();
    }

    private EditCase meeting() {
        EditedText base = base(1 + random.nextInt(3), 1 + random.nextInt(4), true);
        int place = random.nextInt(base.size());
        EditedText theirs = base;
        EditedText mine = base;
        if (chance(4)) {
            EditedText[] both = both(base);
            theirs = both[0];
            mine = both[1];
        }
        theirs = edited(theirs, THEIRS, place);
        mine = edited(mine, MINE, place);
        UnaryOperator<EditedText> ends = chance(5) ? EditGenerator::returned : UnaryOperator.identity();
        UnaryOperator<EditedText> mixed = chance(10) ? this::mixed : UnaryOperator.identity();
        if (chance(12)) {
            theirs = returned(theirs);
        } else if (chance(12)) {
            mine = returned(mine);
        } else {
            base = mixed.andThen(ends).apply(base);
            theirs = sameEnds(base, theirs, ends);
            mine = sameEnds(base, mine, ends);
        }
        return new EditCase(base, theirs, mine, moved);
    }

    private EditCase apart() {
        EditedText base = base(6, 3, true);
        List<Integer> starts = base.paragraphStarts();
        int their = random.nextInt(3) * 2;
        int my = (their + 2 + 2 * random.nextInt(2)) % 6;
        EditedText theirs = plain(base, THEIRS, starts.get(their), base.after(starts, starts.get(their)));
        EditedText mine = plain(base, MINE, starts.get(my), base.after(starts, starts.get(my)));
        return new EditCase(base, theirs, mine, moved);
    }

    private EditCase refilling() {
        EditedText base = base(1, 2 + random.nextInt(4), random.nextBoolean());
        EditedText filled = refilled(base, 0, base.size());
        List<Integer> starts = base.lineStarts();
        int from = pick(starts);
        int to = Math.min(from + 1 + random.nextInt(3), base.size());
        EditedText cut = to - from < base.size() ? base.without(from, to) : base;
        return random.nextBoolean() ? new EditCase(base, filled, cut, moved) : new EditCase(base, cut, filled, moved);
    }

    /** A text whose words are all different but for a few common ones. */
    private EditedText base(int paragraphs, int lines, boolean common) {
        List<Word> words = new ArrayList<>();
        boolean withCommon = common && chance(2);
        for (int paragraph = 0; paragraph < paragraphs; paragraph++) {
            int count = 1 + random.nextInt(lines);
            for (int line = 0; line < count; line++) {
                int length = 1 + random.nextInt(6);
                for (int i = 0; i < length; i++) {
                    int id = words.size();
                    boolean often = withCommon && chance(4);
                    String text = often ? COMMON.get(random.nextInt(COMMON.size())) : spelled(id);
                    words.add(new Word(id, text, i < length - 1 ? " " : "\n"));
                }
            }
            if (paragraph < paragraphs - 1) {
                words.add(words.removeLast().withGap("\n\n"));
            }
        }
        if (chance(4)) {
            words.add(words.removeLast().withGap(""));
        }
        return new EditedText(chance(8) ? "  " : "", words);
    }

    /** One to three edits, most of them near a place. */
    private EditedText edited(EditedText text, int side, int place) {
        EditedText edited = text;
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int near = chance(4)
                    ? random.nextInt(edited.size())
                    : Math.clamp(place + random.nextInt(9) - 4, 0, edited.size() - 1);
            edited = one(edited, side, near);
        }
        return edited;
    }

    private EditedText one(EditedText text, int side, int at) {
        int length = Math.min(1 + random.nextInt(3), text.size() - at);
        return switch (random.nextInt(15)) {
            case 0, 1 -> length < text.size() ? text.without(at, at + length) : text;
            case 2 -> deletedAtLineStart(text, at, length);
            case 3 -> deletedLine(text, at);
            case 4, 5 -> text.withWords(at + random.nextInt(2), typed(side, length), random.nextBoolean());
            case 6, 7 -> replaced(text, side, at, length);
            case 8, 9 -> refilledParagraph(text, at);
            case 10 -> movedWords(text, at, length);
            case 11 -> movedLines(text, at);
            case 12 -> indented(text, at);
            case 13 -> spaced(text, at);
            default -> text.withLines(lineStart(text, at), line(typed(side, 1 + random.nextInt(5))));
        };
    }

    private EditedText plain(EditedText text, int side, int from, int to) {
        int at = from + random.nextInt(to - from);
        int length = Math.min(1 + random.nextInt(2), to - at);
        return switch (random.nextInt(4)) {
            case 0 -> text.without(at, at + length);
            case 1 -> text.withWords(at, typed(side, length), random.nextBoolean());
            case 2 -> replaced(text, side, at, length);
            default -> text.withLines(lineStart(text, at), line(typed(side, 1 + random.nextInt(5))));
        };
    }

    private EditedText deletedAtLineStart(EditedText text, int at, int length) {
        int start = lineStart(text, at);
        int end = Math.min(start + length, text.size());
        return end - start < text.size() ? text.without(start, end) : text;
    }

    private EditedText deletedLine(EditedText text, int at) {
        int start = lineStart(text, at);
        int end = text.after(text.lineStarts(), start);
        return end - start < text.size() ? text.without(start, end) : text;
    }

    private EditedText replaced(EditedText text, int side, int at, int length) {
        EditedText edited = text;
        for (int i = at; i < at + length; i++) {
            edited = edited.with(
                    i, typed(side, 1).getFirst().withGap(text.words().get(i).gap()));
        }
        return edited;
    }

    private EditedText refilledParagraph(EditedText text, int at) {
        int start = start(text.paragraphStarts(), at);
        return refilled(text, start, text.after(text.paragraphStarts(), start));
    }

    /** Breaks the lines of some words again, at another width. */
    private EditedText refilled(EditedText text, int from, int to) {
        int width = 1 + random.nextInt(8);
        List<Word> words = new ArrayList<>(text.words());
        int inLine = 0;
        for (int i = from; i < to - 1; i++) {
            inLine++;
            boolean full = inLine >= width || random.nextInt(10) == 0;
            words.set(i, words.get(i).withGap(full ? "\n" : " "));
            inLine = full ? 0 : inLine;
        }
        return new EditedText(text.lead(), words);
    }

    private EditedText movedWords(EditedText text, int at, int length) {
        if (length == text.size()) {
            return text;
        }
        List<Word> block = text.words().subList(at, at + length);
        block.forEach(word -> moved.add(word.id()));
        EditedText rest = text.without(at, at + length);
        return rest.withWords(random.nextInt(rest.size() + 1), block, random.nextBoolean());
    }

    private EditedText movedLines(EditedText text, int at) {
        int start = lineStart(text, at);
        int end = text.after(text.lineStarts(), start + random.nextInt(3));
        if (end - start >= text.size()) {
            return text;
        }
        List<Word> block = text.words().subList(start, end);
        block.forEach(word -> moved.add(word.id()));
        EditedText rest = text.without(start, end);
        int target = chance(4) ? rest.size() : pick(rest.lineStarts());
        return rest.withLines(target, block);
    }

    /** Another indentation for some lines, or for all of them. */
    private EditedText indented(EditedText text, int at) {
        String indent = List.of("  ", "\t", "    ", "").get(random.nextInt(4));
        int last = chance(3) ? text.size() : at + random.nextInt(12);
        EditedText edited = text;
        for (int start : text.lineStarts()) {
            if (start == 0 && at == 0) {
                edited = edited.withLead(indent);
            } else if (start > 0 && start >= at && start <= last) {
                Word before = edited.words().get(start - 1);
                String ends = before.gap().substring(0, before.gap().lastIndexOf('\n') + 1);
                edited = edited.with(start - 1, before.withGap(ends + indent));
            }
        }
        return edited;
    }

    private EditedText spaced(EditedText text, int at) {
        Word word = text.words().get(at);
        String gap = word.gap();
        return switch (random.nextInt(5)) {
            case 0 -> word.endsLine() && at < text.size() - 1 ? text.with(at, word.withGap(gap + "\n")) : text;
            case 1 -> EditedText.feeds(gap) > 1 ? text.with(at, word.withGap(gap.replaceFirst("\n", ""))) : text;
            case 2 -> text.with(at, word.withText(otherForm(word.text())));
            case 3 -> {
                Word last = text.words().getLast();
                yield text.with(text.size() - 1, last.withGap(last.gap().isEmpty() ? "\n" : ""));
            }
            default -> text.with(at, word.withGap(" " + gap));
        };
    }

    /** What both did: the same, or the same block at different places. */
    private EditedText[] both(EditedText text) {
        int at = random.nextInt(text.size());
        int length = Math.min(1 + random.nextInt(3), text.size() - at);
        return switch (random.nextInt(4)) {
            case 0 -> {
                EditedText cut = length < text.size() ? text.without(at, at + length) : text;
                yield new EditedText[] {cut, cut};
            }
            case 1 -> {
                EditedText one = replaced(text, BOTH, at, length);
                yield new EditedText[] {one, one};
            }
            case 2 -> {
                List<Word> block = line(typed(BOTH, 1 + random.nextInt(5)));
                yield new EditedText[] {
                    text.withLines(pick(text.lineStarts()), block), text.withLines(pick(text.lineStarts()), block)
                };
            }
            default -> {
                List<Word> words = typed(BOTH, 1 + random.nextInt(6));
                boolean end = random.nextBoolean();
                yield new EditedText[] {
                    text.withWords(random.nextInt(text.size()), words, end),
                    text.withWords(random.nextInt(text.size()), words, end)
                };
            }
        };
    }

    private List<Word> typed(int side, int count) {
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int id = side + typed++;
            words.add(new Word(id, (side == THEIRS ? "T" : side == MINE ? "M" : "B") + word(typed, 0), " "));
        }
        return words;
    }

    private static List<Word> line(List<Word> words) {
        List<Word> line = new ArrayList<>(words);
        line.add(line.removeLast().withGap("\n"));
        return line;
    }

    private int lineStart(EditedText text, int at) {
        return start(text.lineStarts(), at);
    }

    private static int start(List<Integer> starts, int at) {
        return starts.stream().filter(start -> start <= at).reduce(0, (_, start) -> start);
    }

    private static EditedText returned(EditedText text) {
        return gaps(text, gap -> gap.replace("\r\n", "\n").replace("\n", "\r\n"));
    }

    private EditedText mixed(EditedText text) {
        return gaps(text, gap -> chance(2) ? gap.replace("\n", "\r\n") : gap);
    }

    /** Gives the words of the base the line ends they have there, where the edit left them alone. */
    private static EditedText sameEnds(EditedText base, EditedText side, UnaryOperator<EditedText> ends) {
        EditedText edited = ends.apply(side);
        List<Word> words = new ArrayList<>();
        for (Word word : edited.words()) {
            boolean kept = word.id() < base.size()
                    && base.words()
                            .get(word.id())
                            .gap()
                            .replace("\r\n", "\n")
                            .equals(word.gap().replace("\r\n", "\n"));
            words.add(kept ? word.withGap(base.words().get(word.id()).gap()) : word);
        }
        return new EditedText(edited.lead(), words);
    }

    private static EditedText gaps(EditedText text, UnaryOperator<String> change) {
        return new EditedText(
                text.lead(),
                text.words().stream()
                        .map(word -> word.withGap(change.apply(word.gap())))
                        .toList());
    }

    private static String otherForm(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return composed.equals(text) ? Normalizer.normalize(text, Normalizer.Form.NFD) : composed;
    }

    private String spelled(int id) {
        return different == Integer.MAX_VALUE ? word(id, random.nextInt(8)) : word(random.nextInt(different), 0);
    }

    /** A word like no other: its number in syllables. */
    private static String word(int number, int decoration) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        do {
            word.append(FIRST[rest % 10]).append(LAST[rest / 10 % 10]);
            rest /= 100;
        } while (rest > 0);
        return switch (decoration) {
            case 1 -> word.append(',').toString();
            case 2 -> word.append('.').toString();
            case 3 -> word.append('\u00e9').toString();
            default -> word.toString();
        };
    }

    private int pick(List<Integer> positions) {
        return positions.get(random.nextInt(positions.size()));
    }

    private boolean chance(int oneOf) {
        return random.nextInt(oneOf) == 0;
    }
}
