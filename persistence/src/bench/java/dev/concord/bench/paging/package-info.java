/** How long a page of rows takes at any depth of a long table, against the bare query. */
@NullMarked
package dev.concord.bench.paging;

import org.jspecify.annotations.NullMarked;
