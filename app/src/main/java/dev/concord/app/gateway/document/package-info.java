/** JSON:API documents: strict reading of requests, errors as values, media types, and the members of an answer. */
@NullMarked
package dev.concord.app.gateway.document;

import org.jspecify.annotations.NullMarked;
