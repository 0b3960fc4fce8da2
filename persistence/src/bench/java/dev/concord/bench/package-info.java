/** Measures two ways of doing the same work against each other, in turns, and says whether a goal was reached. */
@org.jspecify.annotations.NullMarked
package dev.concord.bench;
