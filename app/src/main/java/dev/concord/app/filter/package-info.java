/** The filters of a table in the window: a row of fields above the grid, the search box, and what is filtered in words. */
@NullMarked
package dev.concord.app.filter;

import org.jspecify.annotations.NullMarked;
