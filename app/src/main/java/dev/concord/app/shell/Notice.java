package dev.concord.app.shell;

/**
 * One sentence over the rows that needs no answer.
 *
 * @param sentence what happened; empty when there is nothing to say
 */
record Notice(String sentence) {

    static final Notice NONE = new Notice("");
}
