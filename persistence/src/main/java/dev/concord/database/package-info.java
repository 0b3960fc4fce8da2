/** Opens a database: address, pool, dialect, and the classification of its errors. */
package dev.concord.database;
