/** POST, PATCH, PUT and DELETE of resources and relationships, and increments: preconditions, guarded writes, conflicts and merges. */
@NullMarked
package dev.concord.app.gateway.write;

import org.jspecify.annotations.NullMarked;
