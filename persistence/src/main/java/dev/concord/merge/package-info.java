/** Three-way merge of records: pure functions of base, theirs and mine. */
@NullMarked
package dev.concord.merge;

import org.jspecify.annotations.NullMarked;
