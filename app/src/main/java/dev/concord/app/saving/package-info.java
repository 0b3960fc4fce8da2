/** Saving many records at once: each is told of, what needs a person waits in a queue, and like decisions are made once. */
@NullMarked
package dev.concord.app.saving;

import org.jspecify.annotations.NullMarked;
