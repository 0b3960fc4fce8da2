/** The rows that foreign keys of a merge refer to: their labels, and a picker for another one. */
@NullMarked
package dev.concord.app.conflict.reference;

import org.jspecify.annotations.NullMarked;
