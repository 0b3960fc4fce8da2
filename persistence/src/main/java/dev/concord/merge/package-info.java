/** Three-way merge of records: pure functions of base, theirs and mine. */
package dev.concord.merge;
