/** Opens a database: address, pool, dialect, and the classification of its errors. */
@NullMarked
package dev.concord.database;

import org.jspecify.annotations.NullMarked;
