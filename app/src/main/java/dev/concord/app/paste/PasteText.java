package dev.concord.app.paste;

import dev.concord.app.control.ValueText;
import dev.concord.app.paste.PasteAnswer.Judged;
import dev.concord.app.pending.FieldInput;
import dev.concord.catalog.Column;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a change of many cells would do, in words. Immutable. */
final class PasteText {
    /** The most rows that are named in a sentence. */
    private static final int MOST_NAMED = 10;

    /** The most characters of a value in a line. */
    private static final int LONGEST = 200;

    private final Texts texts;
    private final ValueText values;

    PasteText(Texts texts) {
        this.texts = texts;
        this.values = new ValueText(texts);
    }

    /** Returns how many cells change, stay and cannot change, in one sentence. */
    String counts(Judged judged) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.get("paste.count.changes", judged.cells().changed()));
        add(parts, "paste.count.refused", judged.cells().refused());
        add(parts, "paste.count.same", judged.cells().same());
        add(parts, "paste.count.added", judged.added());
        add(parts, "paste.count.gone", judged.gone().size());
        return texts.get("paste.count", String.join(", ", parts));
    }

    private void add(List<String> parts, String key, int number) {
        if (number > 0) {
            parts.add(texts.get(key, number));
        }
    }

    /** Returns what else a person should know before, each in one sentence. */
    List<String> notes(Judged judged) {
        List<String> notes = new ArrayList<>();
        if (!judged.gone().isEmpty()) {
            String named = judged.gone().stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
            int more = judged.gone().size() - Math.min(MOST_NAMED, judged.gone().size());
            notes.add(texts.get("paste.note.gone", named, more));
        }
        add(notes, "paste.note.columns", judged.surplus());
        add(notes, "paste.note.news", judged.news());
        judged.block().ifPresent(block -> {
            if (!block.quoted()) {
                notes.add(texts.get("paste.note.quotes"));
            }
            add(notes, "paste.note.shorter", block.shorter());
        });
        return notes;
    }

    /** Returns what was done, in one sentence. */
    String done(int cells, int rows) {
        return texts.get("paste.done", cells, rows);
    }

    /** Returns what becomes of a cell, in a word. */
    String word(CellVerdict verdict) {
        return switch (verdict) {
            case CellVerdict.Cannot cannot ->
                texts.get("paste.word." + cannot.obstacle().name().toLowerCase(Locale.ROOT));
            case CellVerdict.Changes _ -> texts.get("paste.word.changes");
            case CellVerdict.Same _, CellVerdict.Untouched _ -> "";
        };
    }

    /** Returns what stands in a cell, on one line. */
    String input(FieldInput input, Column column) {
        return brief(input.unreadable().isEmpty() ? show(input.value(), column) : input.unreadable());
    }

    /** Returns what a cell is to be changed to. */
    String asked(CellLine line) {
        return switch (line.verdict()) {
            case CellVerdict.Changes(FieldInput after, String refersTo) -> {
                String value = input(after, line.column());
                yield refersTo.isEmpty() ? value : texts.get("paste.refers", value, refersTo);
            }
            case CellVerdict.Cannot cannot -> brief(cannot.asked());
            case CellVerdict.Same _, CellVerdict.Untouched _ -> "";
        };
    }

    /** Returns why a cell cannot change, or what is to be known of it; empty where there is nothing. */
    String reason(CellLine line) {
        if (line.verdict() instanceof CellVerdict.Cannot cannot) {
            return cannot.sentence();
        }
        return line.news() ? texts.get("paste.line.news") : "";
    }

    /** Returns a whole line for a screen reader. */
    String spoken(CellLine line) {
        return texts.get(
                "paste.line.spoken",
                word(line.verdict()),
                line.record(),
                line.column().name(),
                input(line.before(), line.column()),
                asked(line),
                reason(line));
    }

    private String show(Value value, Column column) {
        return values.show(value, column);
    }

    private static String brief(String text) {
        String beginning = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return beginning.replaceAll("\\R", " ⏎ ");
    }
}
