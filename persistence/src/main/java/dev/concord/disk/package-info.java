/** What is kept on this computer's disk: values as JSON, and files that only their owner may read. */
@NullMarked
package dev.concord.disk;

import org.jspecify.annotations.NullMarked;
