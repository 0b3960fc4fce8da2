package dev.concord.merge;

import dev.concord.diff.Piece;
import dev.concord.diff.TextMerge;
import dev.concord.record.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text divided into runs of lines.
 *
 * @param merge the three texts, merged
 * @param all the pieces of the merge, as parts
 * @param like the kind of value of the merged text
 * @param base the value the edit started from; if it is NULL and the merged text is empty, the result is NULL
 */
record TextParts(TextMerge merge, List<Part> all, Like like, Value base) implements Parts {

    /** What the characters are the text of. */
    enum Like {
        TEXT,
        JSON;

        /** Empty for a value of any other kind. */
        static Optional<Like> of(Value value) {
            return switch (value) {
                case Value.Text _ -> Optional.of(TEXT);
                case Value.Json _ -> Optional.of(JSON);
                default -> Optional.empty();
            };
        }

        Value value(String text) {
            return switch (this) {
                case TEXT -> Value.of(text);
                case JSON -> new Value.Json(text);
            };
        }
    }

    static TextParts of(TextMerge merge, Like like, Value base) {
        return new TextParts(merge, merge.pieces().stream().map(TextParts::part).toList(), like, base);
    }

    /** Returns the rule by which a merge without conflicts was made. */
    static Rule rule(TextMerge merge) {
        Set<Piece.Kind> kinds = merge.pieces().stream().map(Piece::kind).collect(Collectors.toSet());
        boolean onlyOneEdited = !kinds.containsAll(Set.of(Piece.Kind.THEIRS, Piece.Kind.MINE))
                && !kinds.contains(Piece.Kind.WORDS)
                && !kinds.contains(Piece.Kind.CONFLICT);
        return onlyOneEdited && kinds.contains(Piece.Kind.SPACING) ? Rule.SPACING : Rule.TEXT;
    }

    @Override
    public Rule rule() {
        return rule(merge);
    }

    @Override
    public boolean both() {
        return true;
    }

    @Override
    public Optional<Value> value(Map<Integer, PartAnswer> answers) {
        Lines lines = new Lines(merge);
        for (int place = 0; place < all.size(); place++) {
            Piece piece = merge.pieces().get(place);
            Optional<PartAnswer> answer = Optional.ofNullable(answers.get(place));
            if (answer.isPresent()) {
                lines.add(piece, answer.get());
            } else if (piece.settled().isPresent()) {
                lines.add(piece.settled().get());
            } else {
                return Optional.empty();
            }
        }
        String text = lines.text();
        return Optional.of(base.isNull() && text.isEmpty() ? base : like.value(text));
    }

    private static Part part(Piece piece) {
        Change change =
                switch (piece.kind()) {
                    case UNCHANGED -> Change.UNCHANGED;
                    case MINE -> Change.MINE;
                    case THEIRS -> Change.THEIRS;
                    case EQUAL -> Change.EQUAL;
                    case SPACING, WORDS -> Change.MERGED;
                    case CONFLICT -> Change.DECISION;
                };
        return new Part(
                "",
                change,
                there(piece.base()),
                there(piece.theirs()),
                there(piece.mine()),
                piece.settled().flatMap(TextParts::there));
    }

    private static Optional<String> there(String text) {
        return Optional.of(text).filter(lines -> !lines.isEmpty());
    }

    /** Joins lines, with a line end where the last line of a side, which may have none, is followed by others. */
    private static final class Lines {
        private final TextMerge merge;
        private final StringBuilder text = new StringBuilder();

        Lines(TextMerge merge) {
            this.merge = merge;
        }

        void add(Piece piece, PartAnswer answer) {
            switch (answer) {
                case PartAnswer.Base _ -> addAnswer(piece.base());
                case PartAnswer.Theirs _ -> addAnswer(piece.theirs());
                case PartAnswer.Mine _ -> addAnswer(piece.mine());
                case PartAnswer.TheirsThenMine _ -> {
                    addAnswer(piece.theirs());
                    addAnswer(piece.mine());
                }
                case PartAnswer.MineThenTheirs _ -> {
                    addAnswer(piece.mine());
                    addAnswer(piece.theirs());
                }
                case PartAnswer.Typed(String typed) -> addAnswer(typed);
            }
        }

        private void addAnswer(String lines) {
            add(merge.lineEnd().map(end -> end.applied(lines)).orElse(lines));
        }

        void add(String lines) {
            if (!lines.isEmpty()) {
                boolean loose = !text.isEmpty() && text.charAt(text.length() - 1) != '\n';
                text.append(loose ? merge.missingLineEnd().characters() : "").append(lines);
            }
        }

        String text() {
            return text.toString();
        }
    }
}
