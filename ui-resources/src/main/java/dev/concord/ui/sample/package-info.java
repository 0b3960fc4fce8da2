/** The sample database, as SQL. */
@NullMarked
package dev.concord.ui.sample;

import org.jspecify.annotations.NullMarked;
