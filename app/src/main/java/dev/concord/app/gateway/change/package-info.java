/** Changes of records as server-sent events, so that a page can watch. */
@NullMarked
package dev.concord.app.gateway.change;

import org.jspecify.annotations.NullMarked;
