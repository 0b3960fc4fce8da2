/** The gateway put together: options, routes, start and graceful stop. */
@NullMarked
package dev.concord.app.gateway;

import org.jspecify.annotations.NullMarked;
