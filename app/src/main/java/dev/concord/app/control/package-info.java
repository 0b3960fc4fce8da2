/** Controls every feature may use: editors and displays of values, dialogs, titles of records, and texts about outcomes. */
@NullMarked
package dev.concord.app.control;

import org.jspecify.annotations.NullMarked;
