/**
 * What happens when two people changed one record: the side-by-side merge, and the choices after a deletion. Nothing
 * here writes by itself; it is given the ways to save and to delete.
 */
@NullMarked
package dev.concord.app.conflict;

import org.jspecify.annotations.NullMarked;
