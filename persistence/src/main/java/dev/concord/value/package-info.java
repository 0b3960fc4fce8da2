/** How each database binds and reads a value over JDBC. */
@NullMarked
package dev.concord.value;

import org.jspecify.annotations.NullMarked;
