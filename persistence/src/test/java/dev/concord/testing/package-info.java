/** Real databases for tests: no mocks, no Docker, each server started once for the whole run and only when asked for. */
@NullMarked
package dev.concord.testing;

import org.jspecify.annotations.NullMarked;
