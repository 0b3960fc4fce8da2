/** The way to a database: the dialog that asks for one, the sample that is always there, and what is open in the end. */
@NullMarked
package dev.concord.app.connect;

import org.jspecify.annotations.NullMarked;
