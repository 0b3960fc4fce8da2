/** What a live database holds: tables, columns, keys and checks, as immutable values. */
package dev.concord.catalog;
