package dev.concord.app.connect;

import atlantafx.base.theme.Styles;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A row of buttons for the kinds of databases; one is always selected. */
final class KindChooser extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final Map<DatabaseKind, ToggleButton> buttons = new EnumMap<>(DatabaseKind.class);

    KindChooser(ObjectProperty<DatabaseKind> kind, Texts texts) {
        getStyleClass().add("connect-kinds");
        for (DatabaseKind each : DatabaseKind.values()) {
            ToggleButton button =
                    new ToggleButton(name(each, texts), (each.server() ? Icon.DATABASE : Icon.FILE).node());
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(pressed -> kind.set(each));
            HBox.setHgrow(button, Priority.ALWAYS);
            buttons.put(each, button);
            getChildren().add(button);
        }
        pill(DatabaseKind.POSTGRESQL, Styles.LEFT_PILL);
        pill(DatabaseKind.MARIADB, Styles.CENTER_PILL);
        pill(DatabaseKind.SQLITE, Styles.CENTER_PILL);
        pill(DatabaseKind.H2, Styles.RIGHT_PILL);
        group.selectedToggleProperty().addListener((property, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            }
        });
        select(kind.get());
        kind.addListener((property, old, now) -> select(now));
    }

    private void pill(DatabaseKind kind, String shape) {
        button(kind).getStyleClass().add(shape);
    }

    private void select(DatabaseKind kind) {
        group.selectToggle(button(kind));
    }

    private ToggleButton button(DatabaseKind kind) {
        return Objects.requireNonNull(buttons.get(kind));
    }

    private static String name(DatabaseKind kind, Texts texts) {
        return switch (kind) {
            case POSTGRESQL -> texts.get("connect.kind.postgresql");
            case MARIADB -> texts.get("connect.kind.mariadb");
            case SQLITE -> texts.get("connect.kind.sqlite");
            case H2 -> texts.get("connect.kind.h2");
        };
    }
}
