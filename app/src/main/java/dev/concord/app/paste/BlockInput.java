package dev.concord.app.paste;

import dev.concord.app.control.Caption;
import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.transfer.Block;
import dev.concord.transfer.BlockReader;
import dev.concord.transfer.BlockReading;
import dev.concord.transfer.Separator;
import dev.concord.ui.text.Texts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A block from the clipboard, and how it is to be understood. FX thread only. */
final class BlockInput implements PasteInput {
    private final String text;
    private final Table table;
    private final Texts texts;
    private final ObjectProperty<Optional<Separator>> separator =
            new SimpleObjectProperty<>(this, "separator", Optional.empty());
    private final ObjectProperty<BlankCells> blanks = new SimpleObjectProperty<>(this, "blanks", BlankCells.NULL);
    private final BooleanProperty titles = new SimpleBooleanProperty(this, "titles", true);
    private final BooleanProperty allNew = new SimpleBooleanProperty(this, "allNew");
    private final BooleanProperty restNew = new SimpleBooleanProperty(this, "restNew");

    /**
     * A text to paste.
     *
     * @param asNewRows whether all of it is to become new rows
     */
    BlockInput(String text, Table table, boolean asNewRows, Texts texts) {
        this.text = text;
        this.table = table;
        this.texts = texts;
        allNew.set(asNewRows);
    }

    /** What separates cells; empty for what is found out. */
    ObjectProperty<Optional<Separator>> separator() {
        return separator;
    }

    /** What empty cells mean in columns of text. */
    ObjectProperty<BlankCells> blanks() {
        return blanks;
    }

    /** Whether a first line with the names of columns says which columns are meant. */
    BooleanProperty titles() {
        return titles;
    }

    /** Whether all lines become new rows. */
    BooleanProperty allNew() {
        return allNew;
    }

    /** Whether the lines for which no row is left become new rows. */
    BooleanProperty restNew() {
        return restNew;
    }

    @Override
    public Supplier<SourceReading> reader() {
        Optional<Separator> chosen = separator.get();
        boolean titled = titles.get();
        return () -> switch (chosen.map(by -> BlockReader.read(text, by)).orElseGet(() -> BlockReader.read(text))) {
            case BlockReading.Read(Block block) -> ready(block, titled);
            case BlockReading.Nothing _ -> new SourceReading.Unusable(texts.get("paste.nothing"));
            case BlockReading.TooLarge(int characters, int cells) ->
                new SourceReading.Unusable(texts.get("paste.too-large", characters, cells));
        };
    }

    private SourceReading ready(Block block, boolean useTitles) {
        Optional<List<Column>> named = block.height() > 1 ? named(block.lines().getFirst()) : Optional.empty();
        boolean used = useTitles && named.isPresent();
        return new SourceReading.Ready(
                new CellSource.Pasted(used ? block.withoutFirst() : block),
                Optional.of(new SourceReading.BlockFacts(
                        block.separator(),
                        block.quoted(),
                        block.shorter(),
                        named.isPresent(),
                        used ? named : Optional.empty())));
    }

    /** The columns that a line names, each once; empty where one of its cells is no name of a column. */
    private Optional<List<Column>> named(List<String> line) {
        List<Column> columns = line.stream().flatMap(this::column).toList();
        return columns.size() == line.size() && new HashSet<>(columns).size() == columns.size()
                ? Optional.of(columns)
                : Optional.empty();
    }

    private Stream<Column> column(String title) {
        String name = title.strip();
        return table
                .column(name)
                .or(() -> table.columns().stream()
                        .filter(column -> column.name().equalsIgnoreCase(name)
                                || Caption.of(column.name()).equalsIgnoreCase(name))
                        .findFirst())
                .stream();
    }

    @Override
    public void whenChanged(Runnable task) {
        separator.subscribe((before, now) -> task.run());
        blanks.subscribe((before, now) -> task.run());
        Stream.of(titles, allNew, restNew).forEach(choice -> choice.subscribe((before, now) -> task.run()));
    }
}
