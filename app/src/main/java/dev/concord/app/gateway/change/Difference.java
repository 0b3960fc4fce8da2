package dev.concord.app.gateway.change;

import java.util.Optional;

/**
 * What is different of one row.
 *
 * @param id the row's id
 * @param etag the row's new ETag; empty where it is gone
 */
record Difference(String id, Optional<String> etag) {}
