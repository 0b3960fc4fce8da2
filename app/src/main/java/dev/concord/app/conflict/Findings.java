package dev.concord.app.conflict;

import dev.concord.catalog.LastingEffect;
import dev.concord.catalog.TableId;
import dev.concord.merge.Resolution;
import dev.concord.outcome.Violation;
import dev.concord.ui.text.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The problems of fields, and the sentence about the whole record. FX thread only. */
final class Findings {
    private final Texts texts;
    private final ReadOnlyObjectWrapper<Map<String, String>> problems =
            new ReadOnlyObjectWrapper<>(this, "problems", Map.of());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");

    Findings(Texts texts) {
        this.texts = texts;
    }

    ReadOnlyObjectProperty<Map<String, String>> problems() {
        return problems.getReadOnlyProperty();
    }

    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }

    boolean at(String column) {
        return problems.get().containsKey(column);
    }

    void say(String sentence) {
        notice.set(sentence);
    }

    void clear() {
        problems.set(Map.of());
        notice.set("");
    }

    /** Says why the result was not tried beforehand: what the database rejects is seen at the save only. */
    void notTried(LastingEffect why) {
        problems.set(Map.of());
        notice.set(
                switch (why) {
                    case LastingEffect.UnseenTriggers(TableId table) ->
                        texts.get("conflict.notice.not-tried.unseen", table.name());
                    case LastingEffect.TriggerOutside(String trigger, String table) ->
                        texts.get("conflict.notice.not-tried.trigger", trigger, table);
                });
    }

    /** Shows each violation at its fields. */
    Rejection show(List<Violation> violations, Resolution resolution) {
        Rejection rejection = Rejection.of(violations, resolution.merge().table(), texts);
        problems.set(rejection.atColumns());
        notice.set(rejection.general());
        return rejection;
    }

    /** Removes the problems of fields that were decided again. */
    void decided(Resolution before, Resolution after) {
        Map<String, String> left = new HashMap<>(problems.get());
        left.keySet().removeIf(column -> !before.choice(column).equals(after.choice(column)));
        problems.set(Map.copyOf(left));
        notice.set("");
    }
}
