package dev.concord.app.conflict.sides;

import dev.concord.app.control.ValueText;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;

/**
 * What showing values takes; made once for all rows, for it knows many formats.
 *
 * @param texts the words around them
 * @param values values as text
 * @param work where long texts are compared and pictures decoded
 */
public record Values(Texts texts, ValueText values, Work work) {}
