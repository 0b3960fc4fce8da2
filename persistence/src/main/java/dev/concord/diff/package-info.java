/**
 * Texts compared. Two texts: hunks of lines ({@link dev.concord.diff.LineDiff}) and spans of words
 * ({@link dev.concord.diff.TextDiff}); of one piece of a merge, {@code TextDiff.of(piece.base(), piece.mine())} marks one
 * side's words. Three texts: {@link dev.concord.diff.TextMerge}, made of pieces that are settled or left to a person. The
 * only user of java-diff-utils.
 */
@NullMarked
package dev.concord.diff;

import org.jspecify.annotations.NullMarked;
