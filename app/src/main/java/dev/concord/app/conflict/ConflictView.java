package dev.concord.app.conflict;

import atlantafx.base.theme.Styles;
import dev.concord.app.conflict.hold.HoldBar;
import dev.concord.app.conflict.parts.PartsModel;
import dev.concord.app.conflict.parts.PartsView;
import dev.concord.app.conflict.sides.NoticeLabel;
import dev.concord.app.conflict.sides.ValueDisplay;
import dev.concord.app.control.DialogWindow;
import dev.concord.app.reference.TargetPicker;
import dev.concord.catalog.ForeignKey;
import dev.concord.merge.Choice;
import dev.concord.merge.FieldMerge;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The side-by-side merge: a headline, a row for each field, and the buttons. The parts of a value are decided in the same
 * place.
 */
public final class ConflictView {
    private final ConflictModel model;
    private final Texts texts;
    private final ConflictText words;
    private final ValueDisplay values;
    private final ConflictRows rows;
    private final BorderPane fields = new BorderPane();
    private final StackPane root = new StackPane(fields);
    private final NoticeLabel notice = new NoticeLabel();
    private Optional<PartsView> inside = Optional.empty();

    public ConflictView(ConflictModel model, Texts texts) {
        this(model, texts, FolderQuestion.ofTheSystem(texts));
    }

    /** Asks for a folder in another way; for tests. */
    ConflictView(ConflictModel model, Texts texts, FolderQuestion question) {
        this.model = model;
        this.texts = texts;
        this.words = new ConflictText(texts);
        this.values = new ValueDisplay(texts, words.values(), model.work());
        RowActions.Handler handler = new ActionHandler(question);
        this.rows = new ConflictRows(model, values, handler, notice::setText);
        fields.getStyleClass().add("conflict");
        fields.setTop(new VBox(header(), toolbar()));
        fields.setCenter(rows.root());
        HoldBar hold = new HoldBar(model.holding(), texts, this::hold);
        model.notice().subscribe(notice::setText);
        fields.setBottom(new VBox(notice, hold, footer()));
        new ConflictKeys(model, rows, handler).listenIn(fields);
        model.parts().subscribe((was, now) -> show(now));
        notice.managedProperty().subscribe((was, now) -> DialogWindow.fit(root));
        hold.managedProperty().subscribe((was, now) -> DialogWindow.fit(root));
        model.problems().subscribe((was, now) -> DialogWindow.fit(root));
    }

    /** The node to show. In a scene it moves the keyboard focus to the first field to decide. */
    public Parent root() {
        return root;
    }

    /** Goes back to the form, as the title bar's close button does, and keeps what was typed. */
    public void leave() {
        inside.ifPresent(PartsView::endTyping);
        // A field behind the parts may hold text that is no value.
        model.closeParts();
        rows.afterTyping(model::cancel);
    }

    private void hold() {
        model.hold();
        rows.focusCurrent();
    }

    private void show(Optional<PartsModel> parts) {
        inside = parts.map(open -> new PartsView(open, values, model::closeParts));
        if (inside.isPresent()) {
            DialogWindow.makeRoom(root);
            root.getChildren().setAll(inside.get().root());
        } else if (!root.getChildren().contains(fields)) {
            root.getChildren().setAll(fields);
            rows.focusCurrent();
        }
    }

    /** Does what the buttons of a row do, except choosing. */
    private final class ActionHandler implements RowActions.Handler {
        private final FolderQuestion question;

        ActionHandler(FolderQuestion question) {
            this.question = question;
        }

        @Override
        public void openParts(FieldMerge field) {
            model.openParts(field.name());
        }

        @Override
        public void lookUp(FieldMerge field, ForeignKey reference) {
            model.select(field.name());
            Node[] self = new Node[1];
            TargetPicker picker = new TargetPicker(model.references(), reference, texts, model::refer, () -> {
                root.getChildren().remove(self[0]);
                rows.focusCurrent();
            });
            self[0] = picker.root();
            root.getChildren().add(picker.root());
        }

        @Override
        public void saveBoth(FieldMerge field) {
            question.ask(root.getScene().getWindow()).ifPresent(folder -> model.saveBoth(field.name(), folder));
        }
    }

    /** The window's title. */
    public String title() {
        return texts.get("conflict.title", model.record());
    }

    private Node header() {
        Label title = new Label(title());
        title.getStyleClass().add("conflict-title");
        Label since = new Label(words.since(model.resolution().get().merge(), model.writtenHere()));
        since.getStyleClass().add("concord-muted");
        Label counts = new Label();
        counts.getStyleClass().add("conflict-counts");
        counts.textProperty().bind(model.resolution().map(words::counts));
        for (Label label : new Label[] {title, since, counts}) {
            label.setWrapText(true);
        }
        FontIcon icon = Icon.CONFLICT.node();
        icon.getStyleClass().add("conflict-icon");
        VBox lines = new VBox(title, since, counts);
        lines.getStyleClass().add("conflict-headline");
        HBox header = new HBox(icon, lines);
        header.getStyleClass().add("conflict-header");
        return header;
    }

    private Node toolbar() {
        Label show = new Label(texts.get("conflict.filter"));
        show.getStyleClass().add("concord-muted");
        HBox filters = new HBox();
        ToggleGroup group = new ToggleGroup();
        for (FieldFilter filter : FieldFilter.values()) {
            filters.getChildren().add(filter(filter, group));
        }
        filters.getChildren().getFirst().getStyleClass().add(Styles.LEFT_PILL);
        filters.getChildren().get(1).getStyleClass().add(Styles.CENTER_PILL);
        filters.getChildren().getLast().getStyleClass().add(Styles.RIGHT_PILL);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox toolbar = new HBox(
                show,
                filters,
                space,
                bulk("conflict.all.theirs", new Choice.Theirs()),
                bulk("conflict.all.mine", new Choice.Mine()));
        toolbar.getStyleClass().add("conflict-toolbar");
        return toolbar;
    }

    private ToggleButton filter(FieldFilter filter, ToggleGroup group) {
        ToggleButton button = new ToggleButton();
        button.setToggleGroup(group);
        String name = texts.get("conflict.filter." + filter.word());
        button.textProperty()
                .bind(model.resolution()
                        .map(now -> name + "  " + filter.in(now.merge()).size()));
        button.setOnAction(event -> {
            model.filter().set(filter);
            button.setSelected(true);
        });
        model.filter().subscribe(chosen -> button.setSelected(chosen == filter));
        return button;
    }

    /** Decides all undecided fields for one side; hidden when nothing is undecided. */
    private Button bulk(String key, Choice choice) {
        Button button = new Button();
        var undecided = model.resolution().map(now -> now.undecided().size());
        button.textProperty().bind(undecided.map(count -> texts.get(key, count)));
        button.visibleProperty().bind(undecided.map(count -> count > 0));
        button.managedProperty().bind(button.visibleProperty());
        button.setOnAction(event -> {
            model.chooseAll(choice);
            rows.focusCurrent();
        });
        return button;
    }

    private Node footer() {
        Label keys = new Label(texts.get("conflict.keys"));
        keys.getStyleClass().addAll("concord-muted", "conflict-keys");
        keys.setMinWidth(0);
        keys.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        ProgressIndicator progress = new ProgressIndicator();
        progress.getStyleClass().add("conflict-progress");
        progress.visibleProperty().bind(model.saving());
        Button cancel = new Button(texts.get("conflict.cancel"));
        cancel.setId("conflict-cancel");
        cancel.setOnAction(event -> leave());
        Button save = new Button();
        save.setId("conflict-save");
        save.getStyleClass().add(Styles.ACCENT);
        save.setGraphic(Icon.SAVE.node());
        save.textProperty()
                .bind(model.resolution().map(now -> saveText(now.undecided().size())));
        save.setOnAction(event -> rows.save());
        for (Button button : new Button[] {cancel, save}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        // Pressing it ends typing and so changes its text; if it became narrower, the click could miss it.
        save.textProperty().subscribe((was, text) -> keepWide(save));
        HBox footer = new HBox(keys, space, progress, cancel, save);
        footer.getStyleClass().add("conflict-footer");
        return footer;
    }

    /** Makes a button as wide as it was, and wide enough for its words. */
    private static void keepWide(Button button) {
        if (button.getWidth() > 0) {
            button.setMinWidth(Math.max(button.getWidth(), button.prefWidth(Region.USE_COMPUTED_SIZE)));
        }
    }

    private String saveText(int undecided) {
        return undecided == 0 ? texts.get("conflict.save") : texts.get("conflict.save.undecided", undecided);
    }
}
