package dev.concord.app.browse;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.store.PageRequest.Sort;
import java.util.List;
import javafx.scene.control.TableColumn;

/** The order clicked together on the grid's headers, as the store understands it. */
final class SortOrder {
    private SortOrder() {}

    static List<Sort> of(List<TableColumn<Row, ?>> order) {
        return order.stream()
                .map(column -> new Sort(
                        ((Column) column.getUserData()).name(), column.getSortType() == TableColumn.SortType.ASCENDING))
                .toList();
    }
}
