package dev.concord.app.control;

import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;
import java.util.Locale;
import java.util.stream.Collectors;

/** The result of a write, in one plain sentence. Immutable, safe to share between threads. */
public final class OutcomeText {
    private final Texts texts;
    private final ViolationText violations;

    public OutcomeText(Texts texts) {
        this.texts = texts;
        this.violations = new ViolationText(texts);
    }

    /** Why nothing was written; what the database rejects is named by its columns. */
    public String of(Outcome.Failure failure, Table table) {
        return switch (failure) {
            case Outcome.Refused refused -> of(refused);
            case Outcome.Rejected rejected ->
                rejected.violations().stream()
                        .map(violation -> atItsColumns(violation, table))
                        .collect(Collectors.joining(" "));
            case Outcome.LockTimeout locked -> of(locked);
            case Outcome.TableChanged changed -> of(changed);
            case Outcome.Unconfirmed unconfirmed -> of(unconfirmed);
        };
    }

    /** The database's message about a failure; empty when there is none. */
    public String detail(Outcome.Failure failure) {
        return switch (failure) {
            case Outcome.Refused refused -> refused.detail();
            case Outcome.Rejected rejected ->
                violations.detail(rejected.violations().getFirst());
            case Outcome.LockTimeout _ -> "";
            case Outcome.TableChanged changed -> changed.detail();
            case Outcome.Unconfirmed unconfirmed -> unconfirmed.detail();
        };
    }

    private String atItsColumns(Violation violation, Table table) {
        String sentence = violations.sentence(violation, table);
        return violation.columns().isEmpty()
                ? sentence
                : texts.get(
                        "outcome.rejected.at",
                        violation.columns().stream().map(Caption::of).collect(Collectors.joining(", ")),
                        sentence);
    }

    /** Why a write was not carried out. */
    public String of(Outcome.Refused refused) {
        return texts.get(
                "outcome.refused."
                        + refused.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                refused.detail());
    }

    /** Another user has locked the row. */
    public String of(Outcome.LockTimeout locked) {
        return texts.get("outcome.locked");
    }

    /** The columns are no longer those the draft was made with. */
    public String of(Outcome.TableChanged changed) {
        return texts.get("outcome.table-changed");
    }

    /** The connection was closed during the commit. */
    public String of(Outcome.Unconfirmed unconfirmed) {
        return texts.get("outcome.unconfirmed");
    }
}
