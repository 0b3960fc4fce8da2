package dev.concord.app.shell;

import dev.concord.app.edit.FieldModel;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Plays a colleague against the record being edited, so that a conflict can be seen before it happens in earnest. Only
 * for the sample database.
 */
final class PracticeConflict {
    private static final String TABLE = "customer";
    private static final String KEY = "1017";
    private static final String COLUMN = "credit_limit";

    private final WorkspaceModel workspace;
    private final Work work;
    private final Texts texts;

    PracticeConflict(WorkspaceModel workspace, Work work, Texts texts) {
        this.workspace = workspace;
        this.work = work;
        this.texts = texts;
    }

    /** Starts: with the record in the form if it has edits, else with a customer and an edit made for the user. */
    void start() {
        Optional<RecordKey> open = workspace.openKey();
        if (open.isPresent() && workspace.edit().dirty().get()) {
            play(open.get());
        } else {
            workspace.openRecord(TABLE, KEY, this::editAndPlay);
        }
    }

    private void editAndPlay(RecordKey key) {
        workspace.edit().fields().stream()
                .filter(field -> field.column().name().equals(COLUMN))
                .findFirst()
                .ifPresent(PracticeConflict::raise);
        play(key);
    }

    private static void raise(FieldModel field) {
        if (field.value().get() instanceof Value.Exact limit) {
            field.value().set(Value.of(limit.number().add(BigDecimal.valueOf(500))));
        }
    }

    private void play(RecordKey key) {
        Optional<Table> table = workspace.rows().table().get();
        Optional<Draft> mine = workspace.edit().draft().get();
        if (table.isPresent() && mine.isPresent()) {
            Colleague colleague = new Colleague(workspace.store(), table.get(), versionColumns(table.get()));
            work.write(texts.get("shell.job.colleague"), () -> colleague.change(key, mine.get()), this::tell);
        }
    }

    private Set<String> versionColumns(Table table) {
        return switch (workspace.policies().of(table.id()).guard()) {
            case Guard.ByColumn column -> Set.of(column.column());
            case Guard.ByBoth both -> Set.of(both.column().column());
            case Guard.ByDigest digest -> Set.of();
        };
    }

    private void tell(List<String> changed) {
        workspace.say(new Notice(
                changed.isEmpty()
                        ? texts.get("shell.colleague.nothing")
                        : texts.get("shell.colleague.changed", String.join(", ", changed))));
    }
}
