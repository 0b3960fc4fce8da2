package dev.concord.app.workspace;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.place.OpenStore;
import dev.concord.app.reference.ReferenceModel;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;

/**
 * The open database, and the services needed to work with it.
 *
 * @param open the database
 * @param own the rows written from this window
 * @param references the names of the rows that its references lead to
 * @param work runs tasks in the background
 * @param texts the displayed texts
 */
record WorkspaceServices(OpenStore open, OwnWrites own, ReferenceModel references, Work work, Texts texts) {

    /** What records are called. */
    RecordTitles titles() {
        return new RecordTitles(open.store()::names, texts);
    }
}
