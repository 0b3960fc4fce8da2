/** The one way to read and write rows: every write is guarded, every outcome is a value. */
package dev.concord.store;
