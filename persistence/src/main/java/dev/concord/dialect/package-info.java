/** The kinds of databases, and what the errors of each mean. */
@NullMarked
package dev.concord.dialect;

import org.jspecify.annotations.NullMarked;
