/** What the gateway serves: OpenAPI and a page to try it. */
@NullMarked
package dev.concord.app.gateway.describe;

import org.jspecify.annotations.NullMarked;
