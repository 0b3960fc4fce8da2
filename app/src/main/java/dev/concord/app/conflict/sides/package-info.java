/** How values stand beside each other, whether they are a record's fields or the parts of one of them. */
@NullMarked
package dev.concord.app.conflict.sides;

import org.jspecify.annotations.NullMarked;
