/** Controls every feature may use: the editors of values, and the view of differences. */
@NullMarked
package dev.concord.app.control;

import org.jspecify.annotations.NullMarked;
