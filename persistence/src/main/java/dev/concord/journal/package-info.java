/**
 * The journal of merges: each merge is on the disk before it is written to the database, so that it can be undone and
 * is not lost in a crash.
 */
@NullMarked
package dev.concord.journal;

import org.jspecify.annotations.NullMarked;
