/** The rows that foreign keys refer to: their names, looked up in the background, and the one picker of another row. */
@NullMarked
package dev.concord.app.reference;

import org.jspecify.annotations.NullMarked;
