/** What the screens about conflicts share: cells and grids that compare values, states of fields, names and times. */
@NullMarked
package dev.concord.app.conflict.sides;

import org.jspecify.annotations.NullMarked;
