/** What Concord remembers between two starts, and where it keeps it. Never a password. */
@NullMarked
package dev.concord.app.settings;

import org.jspecify.annotations.NullMarked;
