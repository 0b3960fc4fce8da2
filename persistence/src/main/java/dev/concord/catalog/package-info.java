/** What a live database holds: tables, columns, keys and checks, as immutable values. */
@NullMarked
package dev.concord.catalog;

import org.jspecify.annotations.NullMarked;
