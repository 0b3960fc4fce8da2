package dev.concord.app.filter;

/**
 * One condition under which rows are shown.
 *
 * @param sentence the condition, to display
 * @param remove shows the rows without it
 */
public record FilterChip(String sentence, Runnable remove) {}
