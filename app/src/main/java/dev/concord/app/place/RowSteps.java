package dev.concord.app.place;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Goes from a record to the one in the row after it or before it, in the order and the filter that the grid has, also where that row has
 * not been read yet. FX thread only.
 */
final class RowSteps {
    private final RowsModel rows;
    private final Prompt prompt;
    private final Texts texts;

    RowSteps(RowsModel rows, Prompt prompt, Texts texts) {
        this.rows = rows;
        this.prompt = prompt;
        this.texts = texts;
    }

    /**
     * Makes the row beside a record the current one; says so where there is none.
     *
     * @param from the record; where its row is not among those read, the first of these is the one beside it
     * @param then told which record it is, when its row is the current one
     */
    void step(Optional<RecordKey> from, boolean forwards, Consumer<RecordKey> then) {
        int target = place(from, forwards);
        if (target < 0) {
            further(false, () -> rows.loadBefore(() -> go(place(from, false), then)));
        } else if (target >= rows.rows().size()) {
            further(true, () -> rows.loadMore(() -> go(place(from, true), then)));
        } else {
            go(target, then);
        }
    }

    private int place(Optional<RecordKey> from, boolean forwards) {
        List<Row> shown = rows.shown();
        int here = -1;
        for (int i = 0; i < shown.size() && here < 0; i++) {
            if (from.isPresent() && rows.keyOf(shown.get(i)).equals(from)) {
                here = i;
            }
        }
        return here < 0 ? 0 : here + (forwards ? 1 : -1);
    }

    private void further(boolean forwards, Runnable read) {
        if (forwards ? rows.hasMore() : rows.hasBefore()) {
            read.run();
        } else {
            prompt.say(new Notice(texts.get(forwards ? "shell.step.last" : "shell.step.first")));
        }
    }

    private void go(int place, Consumer<RecordKey> then) {
        if (place >= 0 && place < rows.rows().size()) {
            Optional<RecordKey> key = rows.keyOf(rows.rows().get(place));
            rows.cells().goToRow(place);
            key.ifPresent(then);
        }
    }
}
