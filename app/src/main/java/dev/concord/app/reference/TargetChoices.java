package dev.concord.app.reference;

import dev.concord.app.control.Caption;
import dev.concord.app.control.ListKeys;
import dev.concord.app.control.ReadText;
import dev.concord.app.task.Job;
import dev.concord.catalog.ForeignKey;
import dev.concord.outcome.ReadOutcome;
import dev.concord.ui.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The rows found for what is typed elsewhere: a list, and a line that says how the search goes. It is used by the keys of the text field
 * it belongs to. FX thread only.
 */
public final class TargetChoices {
    private static final int PAGE = 8;

    /** The height of a row in pixels, as the style sheet has it. */
    private static final int ROW = 32;

    private final ReferenceModel references;
    private final ForeignKey reference;
    private final Texts texts;
    private final ListView<TargetRow> list = new ListView<>();
    private final ListKeys keys = new ListKeys(list);
    private final Label state = new Label();
    private final VBox root;
    private final ReadOnlyIntegerWrapper shown = new ReadOnlyIntegerWrapper(this, "shown");
    private boolean looking;
    private String typed = "";

    /** @param chosen given a row that is clicked */
    public TargetChoices(ReferenceModel references, ForeignKey reference, Texts texts, Consumer<TargetRow> chosen) {
        this.references = references;
        this.reference = reference;
        this.texts = texts;
        list.setId("pick-list");
        list.getStyleClass().add("pick-list");
        list.setAccessibleText(
                texts.get("reference.found", Caption.of(reference.target().name())));
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new TargetCell(texts));
        list.setOnMouseClicked(click -> {
            if (click.getButton() == MouseButton.PRIMARY) {
                selected().ifPresent(chosen);
            }
        });
        list.prefHeightProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> Math.min(list.getItems().size(), PAGE) * ROW + 2.0, list.getItems()));
        list.visibleProperty().bind(Bindings.isNotEmpty(list.getItems()));
        list.managedProperty().bind(list.visibleProperty());
        state.setId("pick-state");
        state.getStyleClass().addAll("concord-muted", "pick-state");
        state.setWrapText(true);
        state.visibleProperty().bind(state.textProperty().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(list, state);
        root.getStyleClass().add("pick-choices");
    }

    public Node root() {
        return root;
    }

    /** What is said about the search, one sentence; empty when the list says it all. */
    public ReadOnlyStringProperty state() {
        return state.textProperty();
    }

    /** Counts the answers shown. */
    ReadOnlyIntegerProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether neither a row nor a sentence is shown. */
    boolean empty() {
        return list.getItems().isEmpty() && state.getText().isEmpty();
    }

    /** The row selected, and what is said about the search. */
    String spoken() {
        return Stream.of(selected().map(row -> new ReferenceText(texts).of(row)).orElse(""), state.getText())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". "));
    }

    /** Given a task that is run whenever {@link #spoken} may have changed. */
    void onSpoken(Runnable task) {
        list.getSelectionModel().selectedItemProperty().subscribe(task);
        state.textProperty().subscribe(task);
    }

    /** Searches; nothing is selected until the answer is there. */
    public void search(String words) {
        search(words, false);
    }

    /**
     * Searches; nothing is selected until the answer is there.
     *
     * @param key whether what is typed is a key: then no other row is selected by itself
     */
    void search(String words, boolean key) {
        typed = words;
        looking = true;
        list.getSelectionModel().clearSelection();
        Job job = references.search(reference, words, outcome -> {
            looking = false;
            switch (outcome) {
                case ReadOutcome.Read<TargetRows>(TargetRows found) -> show(found, key);
                case ReadOutcome.Unreadable<TargetRows> why -> {
                    list.getItems().clear();
                    state.setText(new ReadText(texts).of(why));
                }
            }
            shown.set(shown.get() + 1);
        });
        job.slow().subscribe(slow -> {
            if (slow && looking && typed.equals(words)) {
                state.setText(texts.get("reference.looking"));
            }
        });
    }

    private void show(TargetRows found, boolean key) {
        list.getItems().setAll(found.rows());
        if (!key || found.rows().stream().limit(1).anyMatch(row -> row.key().equals(typed.strip()))) {
            list.getSelectionModel().selectFirst();
        }
        list.scrollTo(0);
        if (found.more() && !typed.isBlank()) {
            references.searchClosest(reference, typed, this::addClosest);
        }
        state.setText(
                found.rows().isEmpty()
                        ? texts.get("reference.none")
                        : found.more()
                                ? texts.get("reference.more", found.rows().size())
                                : "");
    }

    /** Puts better rows before those that were found first. What is selected stays so, but for a row that is called just what was typed. */
    private void addClosest(TargetRows closest) {
        TargetRow before = list.getSelectionModel().getSelectedItem();
        boolean untouched = list.getSelectionModel().getSelectedIndex() == 0;
        List<TargetRow> all = Stream.concat(closest.rows().stream(), list.getItems().stream())
                .distinct()
                .limit(StoredReferences.MOST)
                .toList();
        list.getItems().setAll(all);
        boolean exact = all.stream().limit(1).anyMatch(row -> row.label().equalsIgnoreCase(typed.strip()));
        if (before != null && all.contains(before) && !(untouched && exact)) {
            list.getSelectionModel().select(before);
        } else if (before != null) {
            list.getSelectionModel().selectFirst();
        }
        keys.show();
    }

    /** Ends the search under way. */
    public void stop() {
        looking = false;
        references.stopSearching();
    }

    /** Whether the answer of the last search is not there yet. */
    public boolean looking() {
        return looking;
    }

    /** The row selected in the list; empty while a search is under way. */
    public Optional<TargetRow> selected() {
        return looking
                ? Optional.empty()
                : Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    }

    /** The only row found of exactly that name, in capital or small letters; empty while a search is under way. */
    public Optional<TargetRow> named(String name) {
        if (looking || !typed.equals(name)) {
            return Optional.empty();
        }
        List<TargetRow> same = list.getItems().stream()
                .filter(row -> row.label().equalsIgnoreCase(name.strip()))
                .toList();
        return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
    }

    /** Moves the selection by the keys for that, unless a search is under way; returns whether the key was one. */
    public boolean press(KeyEvent key) {
        return looking ? ListKeys.moves(key) : keys.press(key);
    }

    /** A row found, by its label and its key. */
    private static final class TargetCell extends ListCell<TargetRow> {
        private final Texts texts;

        TargetCell(Texts texts) {
            this.texts = texts;
        }

        @Override
        protected void updateItem(TargetRow target, boolean empty) {
            super.updateItem(target, empty);
            boolean shown = !empty && target != null;
            setText(shown ? new ReferenceText(texts).of(target) : null);
        }
    }
}
