package dev.concord.app.conflict;

import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.FieldState;
import dev.concord.merge.FieldMerge;
import dev.concord.merge.Resolution;
import dev.concord.merge.Rule;
import dev.concord.merge.ValueOrigin;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** A line for each field merged without asking, shown below the fields to decide. */
final class MergedSummary extends VBox {
    private static final int MOST = 12;

    private final Runnable showAll;
    private final Texts texts;
    private final ConflictText words;

    /**
     * Empty until it is shown.
     *
     * @param showAll shows the merged fields instead of those to decide
     */
    MergedSummary(ConflictText words, Texts texts, Runnable showAll) {
        this.showAll = showAll;
        this.texts = texts;
        this.words = words;
        getStyleClass().add("conflict-summary");
    }

    /** Shows what is merged now; empty when nothing is. */
    void show(Resolution now) {
        List<FieldMerge> merged = FieldFilter.MERGED.in(now.merge());
        getChildren().clear();
        if (!merged.isEmpty()) {
            Label heading = new Label(texts.get("conflict.section.merged"));
            heading.getStyleClass().add("conflict-section");
            getChildren().add(heading);
            merged.stream().limit(MOST).map(field -> line(now, field)).forEach(getChildren()::add);
            Hyperlink all = new Hyperlink(texts.get("conflict.section.merged.show", merged.size()));
            all.setOnAction(event -> showAll.run());
            getChildren().add(all);
        }
    }

    private Node line(Resolution now, FieldMerge field) {
        FieldState state = FieldState.of(now, field);
        Label name = new Label(words.name(field));
        Label what = new Label(state.text(texts), state.icon().node());
        if (now.origin(field) instanceof ValueOrigin.ByRule(Rule rule)) {
            what.setText(state.text(texts) + ": " + words.rule(rule));
        }
        what.getStyleClass().addAll("conflict-state", state.word());
        Label result = new Label(
                now.result(field).map(value -> words.line(value, field)).orElse(""));
        result.getStyleClass().add("concord-muted");
        GridPane line = ColumnGrid.ofSummary(name, what, result);
        line.getStyleClass().add("conflict-summary-line");
        return line;
    }
}
