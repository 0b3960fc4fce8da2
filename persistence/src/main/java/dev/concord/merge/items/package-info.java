/** Values that hold several items in one text, divided into items and written back exactly. */
@NullMarked
package dev.concord.merge.items;

import org.jspecify.annotations.NullMarked;
