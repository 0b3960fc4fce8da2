/** The merge of three texts, measured against JGit's. */
@org.jspecify.annotations.NullMarked
package dev.concord.bench.text;
