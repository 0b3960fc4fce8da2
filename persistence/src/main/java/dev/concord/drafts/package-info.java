/** What must outlive a crash of the program: a journal of merges, kept before they are written. */
@NullMarked
package dev.concord.drafts;

import org.jspecify.annotations.NullMarked;
