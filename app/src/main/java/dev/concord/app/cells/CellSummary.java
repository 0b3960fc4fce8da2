package dev.concord.app.cells;

import dev.concord.app.cells.CellRectangle.EveryRow;
import dev.concord.app.cells.CellRectangle.RowRange;
import dev.concord.app.pending.PendingEdit;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.Column;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.ui.text.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * One line about what is selected, as below a spreadsheet: how many rows and columns, and of numbers their sum and average. Empty for one
 * cell. FX thread only.
 */
public final class CellSummary {
    /** More numbers are not added while one selects. */
    private static final int MOST = 100_000;

    private final CellSelection cells;
    private final Function<Row, Optional<RecordKey>> keys;
    private final PendingEdits pending;
    private final CellCopy copy;
    private final Texts texts;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper(this, "text", "");

    /** @param keys returns the record a row belongs to */
    public CellSummary(
            CellSelection cells,
            Function<Row, Optional<RecordKey>> keys,
            PendingEdits pending,
            CellCopy copy,
            Texts texts) {
        this.cells = cells;
        this.keys = keys;
        this.pending = pending;
        this.copy = copy;
        this.texts = texts;
        cells.changes().subscribe(count -> update());
        copy.copied().subscribe(now -> update());
        pending.changes().subscribe(this::update);
    }

    /** The line. */
    public ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    private void update() {
        List<String> parts = new ArrayList<>();
        cells.rectangle().filter(selected -> !cells.single()).ifPresent(selected -> {
            switch (selected.rows()) {
                case EveryRow _ ->
                    parts.add(texts.get("cells.every", selected.columns().size()));
                case RowRange range -> {
                    parts.add(
                            range.count().isPresent()
                                    ? texts.get(
                                            "cells.count",
                                            range.count().getAsLong(),
                                            selected.columns().size())
                                    : texts.get(
                                            "cells.columns", selected.columns().size()));
                    sum(range, selected.columns()).ifPresent(parts::add);
                }
            }
        });
        if (copy.copied().get()) {
            parts.add(texts.get("cells.copied"));
        }
        text.set(String.join(texts.get("cells.between"), parts));
    }

    private Optional<String> sum(RowRange range, List<Column> columns) {
        if (!range.complete() || (long) range.loaded().size() * columns.size() > MOST) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        int numbers = 0;
        for (Row row : range.loaded()) {
            Optional<PendingEdit> edit = keys.apply(row).flatMap(pending::find).filter(PendingEdit::dirty);
            for (Column column : columns) {
                Value shown = edit.filter(now -> now.state().get().changed(column.name()))
                        .map(now -> now.draft().get(column.name()))
                        .orElse(row.get(column.name()));
                // Bytes are shown as the number of them.
                Optional<BigDecimal> number =
                        number(shown).filter(any -> column.kind().isNumber());
                if (number.isPresent()) {
                    sum = sum.add(number.get());
                    numbers++;
                }
            }
        }
        return numbers < 2
                ? Optional.empty()
                : Optional.of(
                        texts.get("cells.sum", sum, sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64)));
    }

    private static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Exact(BigDecimal number) -> Optional.of(number);
            case Value.Float32(float number)
            when Float.isFinite(number) -> Optional.of(new BigDecimal(Float.toString(number)));
            case Value.Float64(double number) when Double.isFinite(number) -> Optional.of(BigDecimal.valueOf(number));
            default -> Optional.empty();
        };
    }
}
