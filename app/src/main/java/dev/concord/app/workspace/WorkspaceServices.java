package dev.concord.app.workspace;

import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;

/**
 * The open database, and what it takes to work with it.
 *
 * @param open the database
 * @param own what was written from this window
 * @param work runs what takes its time
 * @param texts the words
 */
record WorkspaceServices(OpenStore open, OwnWrites own, Work work, Texts texts) {}
