/** Two texts compared: hunks of lines and spans of words. The only user of java-diff-utils. */
package dev.concord.diff;
