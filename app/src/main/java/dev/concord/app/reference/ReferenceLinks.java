package dev.concord.app.reference;

import java.util.function.Consumer;

/**
 * What a screen needs to show and edit references.
 *
 * @param names the names of the rows that references lead to
 * @param open shows the record that a reference leads to
 */
public record ReferenceLinks(ReferenceModel names, Consumer<ReferenceValues> open) {}
