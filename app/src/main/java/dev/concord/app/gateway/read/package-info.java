/** GET and HEAD: a record, collections, relationships; include, fields, sort, page, filter. */
@NullMarked
package dev.concord.app.gateway.read;

import org.jspecify.annotations.NullMarked;
