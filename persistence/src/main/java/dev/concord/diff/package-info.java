/**
 * Comparison and merge of texts. {@link dev.concord.diff.LineDiff} compares two texts by line,
 * {@link dev.concord.diff.TextDiff} by word; {@code TextDiff.of(piece.base(), piece.mine())} marks the words one side
 * changed in a piece of a merge. {@link dev.concord.diff.TextMerge} merges three texts. The only user of
 * java-diff-utils.
 */
@NullMarked
package dev.concord.diff;

import org.jspecify.annotations.NullMarked;
