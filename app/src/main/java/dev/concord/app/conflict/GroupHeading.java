package dev.concord.app.conflict;

import dev.concord.merge.ColumnGroup;
import dev.concord.merge.FieldMerge;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The heading of fields that are decided together: their names, the reason, and a button that splits the group. */
final class GroupHeading extends HBox {

    GroupHeading(FieldMerge first, ConflictText words, Texts texts, Runnable separate) {
        Optional<ColumnGroup> group = first.group();
        Label why = new Label(group.map(words::together).orElse(""), Icon.GROUP.node());
        why.setWrapText(true);
        why.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(why, Priority.ALWAYS);
        why.setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("conflict-group");
        getChildren().add(why);
        if (group.filter(ColumnGroup::splittable).isPresent()) {
            Button apart = new Button(texts.get("conflict.group.separate"));
            apart.getStyleClass().addAll("small", "conflict-action");
            apart.setId("separate-" + first.name());
            apart.setFocusTraversable(false);
            apart.setMinWidth(Region.USE_PREF_SIZE);
            apart.setOnAction(event -> separate.run());
            getChildren().add(apart);
        }
    }
}
