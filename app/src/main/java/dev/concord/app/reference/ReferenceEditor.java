package dev.concord.app.reference;

import atlantafx.base.theme.Styles;
import dev.concord.app.control.Caption;
import dev.concord.app.control.Hint;
import dev.concord.app.control.Parsed;
import dev.concord.app.control.ValueEditor;
import dev.concord.app.control.ValueEditors;
import dev.concord.app.control.ValueText;
import dev.concord.catalog.Column;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Table;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Value;
import dev.concord.ui.icon.Icon;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * Edits a column of a foreign key: it shows the name of the row referred to with the key beside it; typing searches for another row by a
 * part of its name or key, and a key typed is taken as it is. FX thread only.
 */
public final class ReferenceEditor implements ValueEditor {
    private static final KeyCombination LIST = new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);
    private static final PseudoClass FOCUSED = PseudoClass.getPseudoClass("held");

    private final EditedReference reference;
    private final ReferenceLinks links;
    private final Column column;
    private final Texts texts;
    private final NamedTextField field = new NamedTextField();
    private final Label name = new Label();
    private final ValueEditor typed;
    private final TargetPopup list;
    private final StackPane node = new StackPane();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper(this, "problem", "");
    private final InvalidationListener named = change -> paint();
    /** Whether the person is typing; the name is shown again when the focus goes, or a row is chosen. */
    private boolean typing;

    private String heard = "";

    /** Whether the key is shown instead of the name, to be changed in places. */
    private boolean bare;

    /** @param column one of the reference's columns; the last one shows the name */
    public ReferenceEditor(EditedReference reference, ReferenceLinks links, Column column, Texts texts) {
        this(reference, links, column, texts, true);
    }

    /** Returns an editor for a cell, where there is no room for buttons. */
    public static ReferenceEditor inCell(EditedReference reference, ReferenceLinks links, Column column, Texts texts) {
        return new ReferenceEditor(reference, links, column, texts, false);
    }

    private ReferenceEditor(
            EditedReference reference, ReferenceLinks links, Column column, Texts texts, boolean buttons) {
        this.reference = reference;
        this.links = links;
        this.column = column;
        this.texts = texts;
        Button search = button(Icon.SEARCH, "reference.list", this::search);
        this.typed = ValueEditors.inLine(
                field, column, texts, this::heard, buttons ? List.of(search, open()) : List.of(search));
        search.disableProperty().bind(typed.editable().not());
        this.list = new TargetPopup(links.names(), reference.key(), field, texts, this::choose, this::paint);
        list.onSpoken(() -> field.setAccessibleRoleDescription(list.isOpen() ? list.spoken() : null));
        name.getStyleClass().add("reference-name");
        name.setMouseTransparent(true);
        name.maxWidthProperty().bind(field.widthProperty());
        name.minHeightProperty().bind(field.heightProperty());
        node.setAlignment(Pos.TOP_LEFT);
        node.setMinWidth(0);
        node.getChildren().setAll(typed.node(), name);
        node.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
        node.addEventFilter(KeyEvent.KEY_TYPED, this::replace);
        field.focusedProperty().subscribe((was, focused) -> {
            if (!focused) {
                left();
            }
            paint();
        });
        reference.values().subscribe(this::paint);
        typed.value().subscribe(this::paint);
        typed.unreadable().subscribe(this::paint);
        links.names().changes().addListener(new WeakInvalidationListener(named));
        paint();
    }

    /** Returns the reference that is edited in a column; empty where there is none, or its values cannot be typed on one line. */
    public static Optional<ForeignKey> editedIn(Table table, Column column) {
        boolean oneLine = column.kind() != ValueKind.BINARY
                && column.kind() != ValueKind.BOOLEAN
                && column.kind() != ValueKind.JSON;
        return ColumnReferences.of(table, column.name()).filter(_ -> oneLine);
    }

    private Button open() {
        Button open = button(
                Icon.OPEN, "reference.open", () -> reference.values().getValue().ifPresent(links.open()));
        open.setId("open-" + column.name());
        open.disableProperty().bind(reference.values().map(Optional::isEmpty));
        return open;
    }

    private Button button(Icon icon, String words, Runnable action) {
        Button button = new Button("", icon.node());
        button.getStyleClass().addAll(Styles.BUTTON_ICON, "value-button");
        button.setFocusTraversable(false);
        String said = texts.get(words, Caption.of(reference.key().target().name()));
        button.setAccessibleText(said);
        Hint.put(button, said);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Opens the list of all rows. */
    private void search() {
        if (typed.editable().get()) {
            field.requestFocus();
            begin();
            list.search(typing ? field.getText() : "", false);
        }
    }

    private void heard(String text) {
        begin();
        typing = true;
        heard = text;
        boolean key =
                column.kind() != ValueKind.TEXT && new ValueText(texts).parse(text, column) instanceof Parsed.Read;
        list.search(text, key);
    }

    private void begin() {
        if (!list.isOpen()) {
            reference.begin();
        }
    }

    private void press(KeyEvent key) {
        boolean used = true;
        if (key.isShortcutDown() && key.getCode() == KeyCode.S) {
            list.close();
            used = false;
        } else if (list.isOpen() && key.getCode() == KeyCode.ESCAPE) {
            list.close();
        } else if (list.press(key)) {
            paint();
        } else if (key.getCode() == KeyCode.ENTER && key.isAltDown()) {
            reference.values().getValue().ifPresent(links.open());
        } else if (key.getCode() == KeyCode.ENTER && !key.isShortcutDown() && !key.isShiftDown() && list.isOpen()) {
            boolean chosen = list.selected().isPresent();
            used = !finish() || chosen;
        } else if (key.getCode() == KeyCode.TAB && typing) {
            // The keyboard goes on, and what is selected is taken as by Enter.
            finish();
            used = false;
        } else if (LIST.match(key) || (key.getCode() == KeyCode.F4 && !key.isAltDown())) {
            search();
        } else {
            used = false;
            replaceBy(key);
        }
        if (used) {
            key.consume();
        }
    }

    /** What is typed over a name takes the place of its key, wherever in the key the cursor is. */
    private void replaceBy(KeyEvent key) {
        boolean removes = key.getCode() == KeyCode.BACK_SPACE
                || key.getCode() == KeyCode.DELETE
                || (key.isShortcutDown() && key.getCode() == KeyCode.V);
        boolean moves = key.getCode() == KeyCode.LEFT
                || key.getCode() == KeyCode.RIGHT
                || key.getCode() == KeyCode.HOME
                || key.getCode() == KeyCode.END
                || key.getCode() == KeyCode.F2;
        if (showsName() && removes) {
            field.selectAll();
        } else if (showsName() && moves && !key.isAltDown()) {
            bare = true;
            paint();
        }
    }

    private void replace(KeyEvent key) {
        String character = key.getCharacter();
        boolean text = !character.isEmpty()
                && !Character.isISOControl(character.codePointAt(0))
                && !(key.isShortcutDown() && !key.isAltDown());
        if (showsName() && text) {
            field.selectAll();
        }
    }

    private void choose(TargetRow target) {
        typing = false;
        bare = false;
        list.close();
        reference.choose(target);
        field.selectAll();
        paint();
    }

    /** The focus is elsewhere: what was typed is taken, and the name of exactly one row stands for it. */
    private void left() {
        if (list.isOpen()) {
            Optional<TargetRow> only = found() ? Optional.empty() : list.named(field.getText());
            list.close();
            only.ifPresent(this::choose);
        }
        typing = false;
        bare = false;
    }

    private boolean found() {
        return reference
                .values()
                .getValue()
                .flatMap(links.names()::known)
                .filter(ReferenceTarget.Found.class::isInstance)
                .isPresent();
    }

    private boolean showsName() {
        return name.isVisible();
    }

    private void paint() {
        if (typing && !field.getText().equals(heard)) {
            // It was taken back, or set elsewhere.
            typing = false;
            list.close();
        }
        Optional<ReferenceValues> values = reference.values().getValue();
        Optional<String> label = ReferenceText.label(values.flatMap(links.names()::target));
        boolean shown = ColumnReferences.isNamedIn(reference.key(), column.name())
                && !typing
                && !bare
                && typed.unreadable().get().isEmpty()
                && label.isPresent();
        String words = shown ? new ReferenceText(texts).named(label.get(), field.getText()) : "";
        name.setText(words);
        name.setVisible(shown);
        name.pseudoClassStateChanged(FOCUSED, field.isFocused());
        field.name(words);
        problem.set(
                typed.unreadable().get().isEmpty() || list.isOpen()
                        ? ""
                        : texts.get(
                                "reference.unread",
                                Caption.of(reference.key().target().name())));
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !problem.get().isEmpty());
    }

    @Override
    public boolean takes(KeyEvent key) {
        boolean moves = key.getCode() == KeyCode.UP || key.getCode() == KeyCode.DOWN;
        return list.isOpen() && (moves || key.getCode() == KeyCode.ESCAPE);
    }

    @Override
    public boolean finish() {
        if (list.looking() && !typed.unreadable().get().isEmpty()) {
            return false;
        }
        list.selected().ifPresentOrElse(this::choose, list::close);
        return true;
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public Node focusTarget() {
        return field;
    }

    @Override
    public ObjectProperty<Value> value() {
        return typed.value();
    }

    @Override
    public ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    @Override
    public StringProperty unreadable() {
        return typed.unreadable();
    }

    @Override
    public BooleanProperty editable() {
        return typed.editable();
    }

    @Override
    public StringProperty nullText() {
        return typed.nullText();
    }
}
