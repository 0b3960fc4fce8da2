/**
 * One value decided part by part: the lines of a text, the paths of a document, the items of a list. It knows nothing of
 * the other fields of a record, and hands over one choice for its own.
 */
@NullMarked
package dev.concord.app.conflict.parts;

import org.jspecify.annotations.NullMarked;
