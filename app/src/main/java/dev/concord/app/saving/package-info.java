/** Saving many records at once: a report of each, a queue of decisions, and one decision for similar records. */
@NullMarked
package dev.concord.app.saving;

import org.jspecify.annotations.NullMarked;
