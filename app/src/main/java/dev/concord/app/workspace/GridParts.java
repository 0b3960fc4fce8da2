package dev.concord.app.workspace;

import dev.concord.app.browse.NewRows;
import dev.concord.app.browse.RowNumbers;
import dev.concord.app.browse.RowsModel;
import dev.concord.app.cells.CellCopy;
import dev.concord.app.inplace.CellEditModel;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.place.RecordLookup;
import dev.concord.app.question.Notice;
import dev.concord.app.question.Prompt;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rows of one grid, and what is done with them: counting, copying, editing in cells, changing many at once, and deleting.
 *
 * @param rows the rows
 * @param fresh the rows of new records below them
 * @param numbers how many there are
 * @param many changes many cells at once
 * @param copying copies what is selected
 * @param deleting marks the records selected to be deleted
 * @param cells edits values in their cells
 */
record GridParts(
        RowsModel rows,
        NewRows fresh,
        RowNumbers numbers,
        ManyCells many,
        CellCopy copying,
        RowDeletion deleting,
        CellEditModel cells) {

    /** @param form returns the edit in the form, whose record has been read when its row was selected */
    static GridParts of(
            RowsModel rows,
            WorkspaceServices services,
            PendingEdits pending,
            RecordLookup lookup,
            Supplier<Optional<PendingEdit>> form,
            Prompt prompt) {
        NewRows fresh = new NewRows(rows, pending, services.open().store().readOnly());
        return new GridParts(
                rows,
                fresh,
                new RowNumbers(services.open().store(), services.work(), rows, services.texts()),
                new ManyCells(services, rows, fresh, pending, prompt),
                new CellCopy(
                        rows.cells(),
                        rows.scope()::get,
                        rows::from,
                        pending,
                        services.open().store(),
                        services.work(),
                        services.texts(),
                        sentence -> prompt.say(new Notice(sentence))),
                new RowDeletion(services, rows, pending, prompt),
                new CellEditModel(new CellRecords(services, pending, rows, fresh, lookup, form), services.texts()));
    }
}
