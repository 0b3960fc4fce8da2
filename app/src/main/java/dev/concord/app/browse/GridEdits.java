package dev.concord.app.browse;

import dev.concord.app.inplace.CellEditModel;
import dev.concord.app.pending.PendingEdits;
import dev.concord.app.reference.ReferenceLinks;
import dev.concord.catalog.Column;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the rows of a grid are edited.
 *
 * @param pending the edits that are not saved; the rows are shown with them, and marked
 * @param cells edits values in their cells
 * @param all sets all cells selected to what was typed; to NULL where nothing was
 * @param form edits a column of the selected record in the form, which has more room
 * @param references show the names of the rows that keys lead to, and find others
 */
public record GridEdits(
        PendingEdits pending,
        CellEditModel cells,
        Consumer<Optional<String>> all,
        Consumer<Column> form,
        ReferenceLinks references) {}
