/** The rows that foreign keys of a merge refer to, on each of its sides. */
@NullMarked
package dev.concord.app.conflict.reference;

import org.jspecify.annotations.NullMarked;
