/** What merging records costs. */
@NullMarked
package dev.concord.bench.merging;

import org.jspecify.annotations.NullMarked;
