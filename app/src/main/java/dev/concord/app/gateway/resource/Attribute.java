package dev.concord.app.gateway.resource;

import dev.concord.catalog.Column;

/**
 * One column as an attribute of a resource.
 *
 * @param name the column's own name, or one like it where JSON:API does not allow that
 * @param column the column
 */
public record Attribute(String name, Column column) {}
