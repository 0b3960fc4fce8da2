/** Rows as values: typed values, keys, snapshots as read and drafts as edited. */
@NullMarked
package dev.concord.record;

import org.jspecify.annotations.NullMarked;
