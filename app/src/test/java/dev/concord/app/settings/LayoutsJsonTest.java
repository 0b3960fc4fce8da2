package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.concord.app.layout.Layouts;
import dev.concord.app.layout.RowHeight;
import dev.concord.app.layout.SavedView;
import dev.concord.app.layout.TableLayout;
import dev.concord.app.layout.TableViews;
import dev.concord.catalog.TableId;
import dev.concord.query.PageRequest.Sort;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutsJsonTest {
    private static final TableId ORDER = new TableId("public", "order");
    private static final TableLayout LAYOUT = new TableLayout(
            List.of("id", "name", "total"),
            Set.of("name"),
            Map.of("id", 71.5),
            List.of(new Sort("total", false), new Sort("id", true)),
            1);
    private static final TableViews VIEWS = TableViews.NONE
            .showing(LAYOUT)
            .keeping(new SavedView("Open", Map.of("name", "nowak; \"a;b\"", "total", ">5"), "vienna", LAYOUT))
            .keeping(new SavedView("All", Map.of(), "", TableLayout.NONE))
            .namedBy(Optional.of("total"));
    private static final Layouts LAYOUTS = Layouts.DEFAULT
            .with(RowHeight.COMFORTABLE)
            .with("db/shop", ORDER, VIEWS)
            .with("db/shop", new TableId("", "other"), TableViews.NONE.showing(LAYOUT))
            .with("db/two", ORDER, VIEWS.hidingEmpty(true))
            .with("db/three", ORDER, TableViews.NONE.hidingEmpty(true));

    @Test
    void everythingWrittenIsReadAgain() throws JsonProcessingException {
        assertThat(read(SettingsJson.write(Settings.DEFAULT.withLayouts(LAYOUTS))))
                .isEqualTo(LAYOUTS);
    }

    @Test
    void anOlderFileHasTheDefaults() throws JsonProcessingException {
        assertThat(read("{\"theme\": \"DARK\"}")).isEqualTo(Layouts.DEFAULT);
    }

    @Test
    void aTableThatIsShownAsItIsTakesNoRoom() {
        assertThat(LAYOUTS.with("db/two", ORDER, TableViews.NONE).byDatabase()).containsOnlyKeys("db/shop", "db/three");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "[]",
                "{\"rows\": \"TALL\"}",
                "{\"rows\": [], \"tables\": {}}",
                "{\"tables\": \"none\"}",
                "{\"tables\": [7, null, [], {}]}",
                "{\"tables\": [{\"database\": \"a\", \"schema\": 7, \"table\": \"t\", \"columns\": [\"x\"]}]}",
                "{\"tables\": [{\"database\": \"a\", \"schema\": \"\", \"table\": \"t\", \"columns\": 7, \"hidden\": {},"
                        + " \"widths\": [], \"order\": \"x\", \"views\": 1}]}",
                "{\"tables\": [{\"database\": \"a\", \"schema\": \"\", \"table\": \"t\", \"columns\": [7, null],"
                        + " \"hidden\": [{}], \"widths\": {\"x\": \"wide\"}, \"order\": [{}, {\"column\": 7}],"
                        + " \"views\": [7, {}, {\"name\": \" \"}, {\"name\": 7}]}]}"
            })
    void whatIsNotValidIsLeftOut(String layouts) throws JsonProcessingException {
        assertThat(read("{\"layouts\": " + layouts + "}")).isEqualTo(Layouts.DEFAULT);
    }

    @Test
    void theRestOfAnEntryIsRead() throws JsonProcessingException {
        Layouts read = read("""
                {"theme": "DARK", "layouts": {"rows": "COMFORTABLE", "tables": [
                  {"database": "a", "schema": "", "table": 7},
                  {"database": "a", "schema": "", "table": "t", "columns": ["x", 7, "y"], "hidden": ["x", "x", null],
                   "widths": {"x": 90, "y": null}, "order": [{"column": "y"}, 7],
                   "views": [{"name": "One", "filters": {"x": ">5", "y": 7}, "columns": "?"}, {"name": "one"}, {"nome": "Two"}]}]}}
                """);
        TableViews views = read.of("a", new TableId("", "t"));
        assertThat(read.rowHeight()).isEqualTo(RowHeight.COMFORTABLE);
        assertThat(views.now())
                .isEqualTo(new TableLayout(
                        List.of("x", "y"), Set.of("x"), Map.of("x", 90.0), List.of(new Sort("y", true)), 0));
        assertThat(views.saved()).containsExactly(new SavedView("one", Map.of(), "", TableLayout.NONE));
    }

    private static Layouts read(String settings) throws JsonProcessingException {
        return SettingsJson.read(settings).layouts();
    }
}
