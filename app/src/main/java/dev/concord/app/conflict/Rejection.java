package dev.concord.app.conflict;

import dev.concord.app.control.ViolationText;
import dev.concord.catalog.Table;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.RecordMerge;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the database rejects, in sentences.
 *
 * @param atColumns a sentence by column
 * @param general the sentence about the whole record
 */
record Rejection(Map<String, String> atColumns, String general) {

    static Rejection of(List<Violation> violations, Table table, Texts texts) {
        ViolationText words = new ViolationText(texts);
        Map<String, String> columns = new HashMap<>();
        for (Violation violation : violations) {
            for (String column : violation.columns()) {
                columns.merge(column, words.sentence(violation, table), (first, second) -> first + " " + second);
            }
        }
        String elsewhere = violations.stream()
                .filter(violation -> violation.columns().isEmpty())
                .map(violation -> words.sentence(violation, table))
                .collect(Collectors.joining(" "));
        String summary = texts.get("conflict.notice.rejected", columns.size());
        return new Rejection(Map.copyOf(columns), elsewhere.isEmpty() ? summary : summary + " " + elsewhere);
    }

    /** The first column with a sentence, in the form's order. */
    Optional<String> firstOf(RecordMerge merge) {
        return merge.fields().stream()
                .map(FieldMerge::name)
                .filter(atColumns::containsKey)
                .findFirst();
    }
}
