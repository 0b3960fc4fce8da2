package dev.concord.app.workspace;

import dev.concord.app.place.OpenStore;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;

/**
 * The open database, and the services needed to work with it.
 *
 * @param open the database
 * @param own the rows written from this window
 * @param work runs tasks in the background
 * @param texts the displayed texts
 */
record WorkspaceServices(OpenStore open, OwnWrites own, Work work, Texts texts) {}
