package dev.concord.merge;

/**
 * One step further down the paths of a JSON value.
 *
 * @param name the step's name in the path: a member's name, or an element's identifying member, {@code id=7}
 * @param values what the path leads to on the three sides
 */
record JsonStep(String name, JsonSides values) {}
