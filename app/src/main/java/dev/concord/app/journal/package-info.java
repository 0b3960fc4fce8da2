/** Saving merges: each is written to the journal before it is written to the database. */
@NullMarked
package dev.concord.app.journal;

import org.jspecify.annotations.NullMarked;
