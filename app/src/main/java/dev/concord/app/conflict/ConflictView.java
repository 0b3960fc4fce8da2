package dev.concord.app.conflict;

import atlantafx.base.theme.Styles;
import dev.concord.app.conflict.hold.HoldBar;
import dev.concord.app.conflict.parts.PartsModel;
import dev.concord.app.conflict.parts.PartsView;
import dev.concord.app.conflict.reference.TargetPicker;
import dev.concord.app.conflict.sides.Values;
import dev.concord.app.control.DialogWindow;
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
 * The side-by-side merge: what changed above, a row per field in the middle, the ways out below. A value that was taken
 * apart is decided in the same place.
 */
public final class ConflictView {
    private final ConflictModel model;
    private final Texts texts;
    private final ConflictText words;
    private final Values values;
    private final ConflictRows rows;
    private final BorderPane fields = new BorderPane();
    private final StackPane root = new StackPane(fields);
    private final Label notice = new Label();
    private Optional<PartsView> inside = Optional.empty();

    public ConflictView(ConflictModel model, Texts texts) {
        this(model, texts, FolderQuestion.ofTheSystem(texts));
    }

    /** With another way to ask for a folder. */
    ConflictView(ConflictModel model, Texts texts, FolderQuestion question) {
        this.model = model;
        this.texts = texts;
        this.words = new ConflictText(texts);
        this.values = new Values(texts, words.values(), model.work());
        RowActions.Doings doings = new Doings(question);
        this.rows = new ConflictRows(model, values, doings, notice::setText);
        fields.getStyleClass().add("conflict");
        fields.setTop(new VBox(header(), toolbar()));
        fields.setCenter(rows.root());
        HoldBar hold = new HoldBar(model.holding(), texts, this::hold);
        fields.setBottom(new VBox(notice(), hold, footer()));
        new ConflictKeys(model, rows, doings).listenIn(fields);
        model.parts().subscribe((was, now) -> show(now));
        notice.managedProperty().subscribe((was, now) -> DialogWindow.fit(root));
        hold.managedProperty().subscribe((was, now) -> DialogWindow.fit(root));
        model.problems().subscribe((was, now) -> DialogWindow.fit(root));
    }

    /** What to put on the screen. It takes the keyboard to the first field to decide when it comes into a scene. */
    public Parent root() {
        return root;
    }

    /** Goes back to the form, as the title bar's close button does; nothing that was typed is lost by it. */
    public void leave() {
        inside.ifPresent(PartsView::endTyping);
        // What is no value may stand in a field behind the parts.
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

    /** What is done about a field beside choosing. */
    private final class Doings implements RowActions.Doings {
        private final FolderQuestion question;

        Doings(FolderQuestion question) {
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
        return words.title(model.resolution().get().merge().theirs().key());
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
        for (Filter filter : Filter.values()) {
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

    private ToggleButton filter(Filter filter, ToggleGroup group) {
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

    /** Names what would be lost; there is nothing to do where nothing is undecided. */
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

    private Node notice() {
        model.notice().subscribe(notice::setText);
        notice.setGraphic(Icon.WARNING.node());
        notice.getStyleClass().add("conflict-notice");
        notice.setWrapText(true);
        notice.setMaxWidth(Double.MAX_VALUE);
        notice.setMinHeight(Region.USE_PREF_SIZE);
        notice.visibleProperty().bind(notice.textProperty().isNotEmpty());
        notice.managedProperty().bind(notice.visibleProperty());
        return notice;
    }

    private Node footer() {
        Label keys = new Label(texts.get("conflict.keys"));
        keys.getStyleClass().addAll("concord-muted", "conflict-keys");
        keys.setMinWidth(0);
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
        // Pressing it ends the typing of the last value; were it narrower then, the click would miss it.
        save.widthProperty().subscribe(width -> save.setMinWidth(Math.max(save.getMinWidth(), width.doubleValue())));
        HBox footer = new HBox(keys, space, progress, cancel, save);
        footer.getStyleClass().add("conflict-footer");
        return footer;
    }

    private String saveText(int undecided) {
        return undecided == 0 ? texts.get("conflict.save") : texts.get("conflict.save.undecided", undecided);
    }
}
