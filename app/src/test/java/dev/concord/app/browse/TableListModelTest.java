package dev.concord.app.browse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableSummary;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TableListModelTest {
    private final Shelves shelves = new Shelves();
    private final TableListModel model = new TableListModel();

    @AfterEach
    void close() {
        shelves.close();
    }

    @Test
    void tablesAndViewsAreListedByName() {
        load();
        assertThat(names()).containsExactly("CHEAP_GOODS", "EMPTY_SHELF", "GOODS", "MOVEMENT");
        assertThat(model.severalSchemas().get()).isFalse();
    }

    @Test
    void everyWordOfTheSearchMustOccurInAnyOrderAndCase() {
        load();
        model.search().set(" goods  cheap");
        assertThat(names()).containsExactly("CHEAP_GOODS");
        model.search().set("");
        assertThat(names()).hasSize(4);
    }

    @Test
    void theTableLookedAtStaysSelectedWhileASearchHidesIt() {
        load();
        TableSummary goods = model.all().get(2);
        model.select(goods);
        model.search().set("movement");
        assertThat(names()).containsExactly("MOVEMENT");
        assertThat(model.selected().get()).contains(goods);
    }

    @Test
    void schemasAreToldApartAndSearchedWhenThereAreSeveral() {
        shelves.run("create schema archive", "create table archive.goods (id int primary key)");
        load();
        assertThat(model.severalSchemas().get()).isTrue();
        model.search().set("archive goods");
        assertThat(model.shown()).hasSize(1);
    }

    @Test
    void tenThousandTablesCostOneReading() {
        String[] statements = new String[10_000];
        for (int i = 0; i < statements.length; i++) {
            statements[i] = "create table wide_shelf_" + i + " (id int)";
        }
        shelves.run(statements);
        load();
        assertThat(model.all()).hasSize(10_004);
        model.search().set("shelf_99");
        assertThat(names()).contains("WIDE_SHELF_99", "WIDE_SHELF_9999").doesNotContain("WIDE_SHELF_100");
    }

    private void load() {
        model.show(shelves.store.catalog().tables());
    }

    private List<String> names() {
        return model.shown().stream().map(table -> table.id().name()).toList();
    }
}
