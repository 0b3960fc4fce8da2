/** The record store and the row digest, measured against what people would write instead. */
@org.jspecify.annotations.NullMarked
package dev.concord.bench.records;
