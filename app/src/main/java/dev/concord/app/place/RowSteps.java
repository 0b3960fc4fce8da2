package dev.concord.app.place;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.pending.EditId;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import dev.concord.record.RecordKey;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Goes from a record to the one in the row after it or before it, in the order and the filter that the grid has, also where that row has
 * not been read yet. FX thread only.
 */
final class RowSteps {
    private final RowsModel rows;
    private final Supplier<Optional<RecordKey>> here;
    private final Prompt prompt;
    private final Texts texts;

    /** @param here returns the record shown */
    RowSteps(RowsModel rows, Supplier<Optional<RecordKey>> here, Prompt prompt, Texts texts) {
        this.rows = rows;
        this.here = here;
        this.prompt = prompt;
        this.texts = texts;
    }

    /**
     * Makes the row beside that of the record shown the current one; says so where there is none. Where the record's row is not among those
     * read, the first of these is the one beside it.
     *
     * @param then told which record it is, when its row is the current one
     */
    void step(boolean forwards, Consumer<RecordKey> then) {
        Optional<RecordKey> from = here.get();
        int target = place(from, forwards);
        if (target >= 0 && target < rows.rows().size()) {
            go(target, then);
            return;
        }
        // Whoever has gone elsewhere while rows were read stays there.
        Runnable on = () -> {
            if (here.get().equals(from)) {
                go(place(from, forwards), then);
            }
        };
        if (forwards && rows.hasMore()) {
            rows.loadMore(on);
        } else if (!forwards && rows.hasBefore()) {
            rows.loadBefore(on);
        } else {
            prompt.say(new Notice(texts.get(forwards ? "shell.step.last" : "shell.step.first")));
        }
    }

    /** The rows of new records are after the table's last one, and are not gone to. */
    private int place(Optional<RecordKey> from, boolean forwards) {
        boolean fresh = from.flatMap(EditId.New::of).isPresent();
        int index = fresh ? rows.rows().size() : from.map(rows::indexOf).orElse(-1);
        return index < 0 ? 0 : index + (forwards ? 1 : -1);
    }

    private void go(int place, Consumer<RecordKey> then) {
        if (place >= 0 && place < rows.rows().size()) {
            Optional<RecordKey> key = rows.keyOf(rows.rows().get(place));
            rows.cells().goToRow(place);
            key.ifPresent(then);
        }
    }
}
