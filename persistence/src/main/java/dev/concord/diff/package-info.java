/** Two texts compared: hunks of lines and spans of words. The only user of java-diff-utils. */
@NullMarked
package dev.concord.diff;

import org.jspecify.annotations.NullMarked;
