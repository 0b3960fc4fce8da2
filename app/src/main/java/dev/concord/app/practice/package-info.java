/** The practice conflict: a scripted colleague who changes the record being edited. */
@NullMarked
package dev.concord.app.practice;

import org.jspecify.annotations.NullMarked;
