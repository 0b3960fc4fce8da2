/** How long the window waits while the merge dialog opens. */
@NullMarked
package dev.concord.bench.dialog;

import org.jspecify.annotations.NullMarked;
