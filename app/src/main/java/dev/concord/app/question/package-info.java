/** What a window asks and says: one question at a time, and messages that need no answer. */
@NullMarked
package dev.concord.app.question;

import org.jspecify.annotations.NullMarked;
