/** Blocks of cells as text, as spreadsheets and other programs exchange them. */
@NullMarked
package dev.concord.transfer;

import org.jspecify.annotations.NullMarked;
