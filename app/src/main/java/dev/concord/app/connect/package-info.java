/** Opening a database: the dialog that asks for one, the sample database, and the database that is open in the end. */
@NullMarked
package dev.concord.app.connect;

import org.jspecify.annotations.NullMarked;
