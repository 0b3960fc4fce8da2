/** What proves a row unchanged, and how each table's writes are checked. */
package dev.concord.version;
