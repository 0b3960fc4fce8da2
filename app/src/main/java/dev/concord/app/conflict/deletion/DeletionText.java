package dev.concord.app.conflict.deletion;

import dev.concord.app.conflict.sides.InstantText;
import dev.concord.app.control.Caption;
import dev.concord.app.control.RecordTitles;
import dev.concord.app.control.ViolationText;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.Table;
import dev.concord.outcome.Violation;
import dev.concord.record.Snapshot;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** The texts of the choices after a deletion. */
final class DeletionText {
    private final RecordTitles titles;
    private final Texts texts;
    private final InstantText times;

    DeletionText(RecordTitles titles) {
        this.titles = titles;
        this.texts = titles.texts();
        this.times = new InstantText(texts);
    }

    String title(DeletionCase situation) {
        return switch (situation) {
            case DeletionCase.DeletedUnderEdit c ->
                texts.get("conflict.deletion.edited.title", titles.of(c.table(), c.mine()));
            case DeletionCase.HiddenUnderEdit c ->
                texts.get("conflict.deletion.hidden.title", titles.of(c.table(), c.mine()));
            case DeletionCase.ChangedUnderDelete c ->
                texts.get("conflict.deletion.changed.title", titles.of(c.table(), c.theirs()));
            case DeletionCase.DeletedByBoth c ->
                texts.get("conflict.deletion.both.title", titles.of(c.table(), c.mine()));
        };
    }

    String text(DeletionCase situation) {
        return switch (situation) {
            case DeletionCase.DeletedUnderEdit c -> texts.get("conflict.deletion.edited.text");
            case DeletionCase.HiddenUnderEdit c -> texts.get("conflict.deletion.hidden.text");
            case DeletionCase.ChangedUnderDelete c ->
                texts.get("conflict.deletion.changed.text", times.show(c.mine().readAt()));
            case DeletionCase.DeletedByBoth c -> texts.get("conflict.deletion.both.text");
        };
    }

    /** What inserting again does, and that it cannot restore generated keys. */
    String insertAgain(Table table) {
        String identity = table.columns().stream()
                .filter(column -> column.generation() == Generation.IDENTITY)
                .map(Column::name)
                .map(Caption::of)
                .collect(Collectors.joining(", "));
        return identity.isEmpty()
                ? texts.get("conflict.deletion.insert.about")
                : texts.get("conflict.deletion.insert.about.identity", identity);
    }

    String again(Snapshot theirs) {
        return texts.get("conflict.deletion.again", times.show(theirs.readAt()));
    }

    String rejected(List<Violation> violations, Table table) {
        ViolationText sentence = new ViolationText(texts);
        String all = violations.stream()
                .map(violation -> subject(violation) + sentence.sentence(violation, table))
                .collect(Collectors.joining(" "));
        return texts.get("conflict.deletion.rejected", all);
    }

    private static String subject(Violation violation) {
        return violation.columns().isEmpty()
                ? ""
                : violation.columns().stream().map(Caption::of).collect(Collectors.joining(", ")) + ": ";
    }
}
