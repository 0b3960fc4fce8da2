/** Many writes in one transaction, and answers that are kept for a request that is sent again. */
@NullMarked
package dev.concord.app.gateway.atomic;

import org.jspecify.annotations.NullMarked;
