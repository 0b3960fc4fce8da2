package dev.concord.app.conflict.sides;

import dev.concord.app.control.ValueText;
import dev.concord.app.task.Work;
import dev.concord.ui.text.Texts;

/**
 * What cells need to show values. Made once for all rows, because making the formats is slow.
 *
 * @param texts the texts around the values
 * @param format writes values as text
 * @param work where long texts are compared and pictures decoded
 */
public record ValueDisplay(Texts texts, ValueText format, Work work) {}
