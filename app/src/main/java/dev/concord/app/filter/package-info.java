/** Conditions on rows as people type and read them. */
@NullMarked
package dev.concord.app.filter;

import org.jspecify.annotations.NullMarked;
