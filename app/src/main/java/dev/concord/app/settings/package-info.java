/** What Concord keeps between two starts, never a password, and where it keeps it. */
@NullMarked
package dev.concord.app.settings;

import org.jspecify.annotations.NullMarked;
