/** Decisions about tables that are kept in the database itself, so that every installation agrees. */
@NullMarked
package dev.concord.agreement;

import org.jspecify.annotations.NullMarked;
