package dev.concord.app.conflict.deletion;

import dev.concord.app.conflict.sides.ColumnCaption;
import dev.concord.app.conflict.sides.ColumnGrid;
import dev.concord.app.conflict.sides.ComparedValue;
import dev.concord.app.conflict.sides.FixedHeaderPane;
import dev.concord.app.conflict.sides.NoticeLabel;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.Caption;
import dev.concord.app.control.ValueText;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The choices when one side deleted a record and the other edited it: what happened, which fields differ, and a button for
 * each choice. None is the default; Escape writes nothing.
 */
public final class DeletionView {
    private final DeletionModel model;
    private final Texts texts;
    private final DeletionText words;
    private final ValueDisplay values;
    private final BorderPane root = new BorderPane();

    public DeletionView(DeletionModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.words = model.words();
        this.values = new ValueDisplay(texts, new ValueText(texts), model.work());
        root.getStyleClass().addAll("conflict", "deletion");
        root.setFocusTraversable(true);
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                event.consume();
                model.leave();
            }
        });
        model.situation().subscribe((was, now) -> show());
        show();
    }

    /** The node to show. It takes the keyboard focus itself, so that no choice is preselected. */
    public Parent root() {
        return root;
    }

    /** The window's title. */
    public String title() {
        return words.title(model.situation().get());
    }

    private void show() {
        String text = words.text(model.situation().get());
        root.setAccessibleText(title() + ". " + text);
        root.setTop(header(text));
        root.setCenter(differences());
        root.setBottom(new VBox(notice(), choices()));
        root.requestFocus();
    }

    private Node header(String text) {
        Label title = new Label(title());
        title.getStyleClass().add("conflict-title");
        Label about = new Label(text);
        about.getStyleClass().add("conflict-counts");
        title.setWrapText(true);
        about.setWrapText(true);
        FontIcon icon = Icon.DELETE.node();
        icon.getStyleClass().add("conflict-icon");
        VBox lines = new VBox(title, about);
        lines.getStyleClass().add("conflict-headline");
        HBox header = new HBox(icon, lines);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private Node differences() {
        List<FieldDifference> differences = model.differences();
        if (differences.isEmpty()) {
            return new Region();
        }
        boolean theirs = model.situation().get() instanceof DeletionCase.ChangedUnderDelete;
        String side = theirs ? "theirs" : "mine";
        VBox rows = new VBox();
        rows.getStyleClass().add("conflict-rows");
        differences.forEach(difference -> rows.getChildren().add(row(difference, side)));
        return FixedHeaderPane.of(
                ColumnGrid.ofThree(caption("field"), caption("base"), caption(side)), new ScrollPane(rows));
    }

    private Node caption(String column) {
        return new ColumnCaption(column, texts);
    }

    private Node row(FieldDifference difference, String side) {
        Label name = new Label(Caption.of(difference.column().name()));
        name.getStyleClass().addAll("conflict-field-name", "conflict-field");
        name.setWrapText(true);
        ComparedValue before = cell("base");
        before.show(difference.before(), difference.column());
        ComparedValue after = cell(side);
        after.show(difference.after(), difference.column(), difference.before());
        Node row = ColumnGrid.ofThree(name, before, after);
        row.getStyleClass().add("conflict-row");
        return row;
    }

    private ComparedValue cell(String side) {
        ComparedValue cell = new ComparedValue(values);
        cell.getStyleClass().addAll("conflict-cell", "conflict-" + side);
        return cell;
    }

    private Node notice() {
        NoticeLabel notice = new NoticeLabel();
        notice.textProperty().bind(model.notice());
        return notice;
    }

    private Node choices() {
        HBox choices = new HBox();
        choices.getStyleClass().add("deletion-choices");
        choices.getChildren()
                .setAll(
                        switch (model.situation().get()) {
                            case DeletionCase.DeletedUnderEdit c ->
                                List.of(leave("leave"), insertAgain(c), copyAsNew());
                            case DeletionCase.HiddenUnderEdit c -> List.of(leave("leave"), copyAsNew());
                            case DeletionCase.ChangedUnderDelete c ->
                                List.of(leave("keep"), choice("delete", Icon.DELETE, model::deleteAnyway));
                            case DeletionCase.DeletedByBoth c -> List.of(leave("close"));
                        });
        return choices;
    }

    private Node leave(String name) {
        return choice(name, name.equals("leave") ? Icon.CHANGED : Icon.CHOSEN, model::leave);
    }

    private Node insertAgain(DeletionCase.DeletedUnderEdit situation) {
        return choice("insert", Icon.NEW, words.insertAgain(situation.table()), model::insertAgain);
    }

    private Node copyAsNew() {
        return choice("copy", Icon.FILE, model::copyAsNew);
    }

    private Node choice(String name, Icon icon, Runnable action) {
        return choice(name, icon, texts.get("conflict.deletion." + name + ".about"), action);
    }

    private Node choice(String name, Icon icon, String about, Runnable action) {
        Button button = new Button(texts.get("conflict.deletion." + name), icon.node());
        button.setId("deletion-" + name);
        button.getStyleClass().addAll("deletion-choice", "deletion-" + name);
        button.setAccessibleText(button.getText() + ". " + about);
        button.setMaxWidth(Double.MAX_VALUE);
        button.disableProperty().bind(model.writing());
        button.setOnAction(event -> action.run());
        Label what = new Label(about);
        what.getStyleClass().add("concord-muted");
        what.setWrapText(true);
        VBox choice = new VBox(button, what);
        choice.getStyleClass().add("deletion-card");
        choice.setPrefWidth(300);
        choice.setMaxWidth(480);
        HBox.setHgrow(choice, Priority.ALWAYS);
        return choice;
    }
}
