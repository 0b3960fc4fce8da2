/**
 * One value decided part by part: the lines of a text, the paths of a document, the items of a list. It does not
 * know the other fields of the record; its result is one choice for its field.
 */
@NullMarked
package dev.concord.app.conflict.parts;

import org.jspecify.annotations.NullMarked;
