package dev.concord.app.cells;

import java.util.Optional;

/**
 * What is put on the clipboard.
 *
 * @param text for any program
 * @param html the same for spreadsheets, which keep numbers, texts and missing values apart by it; empty for one cell alone and for
 *     forms that are meant as text
 */
public record CopiedText(String text, Optional<String> html) {}
