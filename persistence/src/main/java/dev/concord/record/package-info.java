/** Rows as values: typed values, keys, snapshots as read and drafts as edited. */
package dev.concord.record;
