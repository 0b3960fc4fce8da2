/** Controls every feature may use: editors and displays of values, dialogs, and texts about outcomes. */
@NullMarked
package dev.concord.app.control;

import org.jspecify.annotations.NullMarked;
