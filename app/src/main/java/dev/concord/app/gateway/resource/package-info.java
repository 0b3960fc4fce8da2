/** Tables as resource types: names, ids, attributes as JSON, relationships, checksum and ETag of a full row. */
@NullMarked
package dev.concord.app.gateway.resource;

import org.jspecify.annotations.NullMarked;
