/**
 * The side-by-side merge of a record that two people changed. It saves through the interfaces it is given, and never by
 * itself.
 */
@NullMarked
package dev.concord.app.conflict;

import org.jspecify.annotations.NullMarked;
