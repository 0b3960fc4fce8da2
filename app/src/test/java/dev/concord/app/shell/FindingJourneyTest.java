package dev.concord.app.shell;

import static dev.concord.app.control.Frames.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.browse.RowsModel;
import dev.concord.app.filter.FilterChip;
import dev.concord.catalog.TableId;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Rows found in the whole window by keys alone. */
class FindingJourneyTest extends Journey {
    @Test
    void aCustomerIsSearchedForAndCorrectedByKeysAlone() throws TimeoutException {
        desk.control(KeyCode.F);
        desk.typeOver("jozef baker");
        desk.press(KeyCode.ENTER);
        until(() -> rows().emptiness().get().startsWith("No row matches"));
        desk.typeOver("löwe düsseldorf");
        desk.press(KeyCode.ENTER);
        until(() -> ids().equals(List.of("1011")));
        desk.picture("finding-search");
        desk.press(KeyCode.DOWN);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1011))));
        desk.press(KeyCode.F6);
        until(() ->
                desk.focused().filter(node -> "field-name".equals(node.getId())).isPresent());
        desk.typeOver("Hotel Goldenes Kalb");
        desk.save();
        until(() -> desk.notice().contains("is saved"));
        assertThat(desk.office.value(customer(1011), "name")).isEqualTo(Value.of("Hotel Goldenes Kalb"));
        assertThat(ids()).containsExactly("1011");
        until(() -> rows().outside().contains(customer(1011)));
    }

    @Test
    void anEditSurvivesEveryFilterAndIsFoundAgain() throws TimeoutException {
        desk.type("phone", "+48 12 555 01 99");
        desk.control(KeyCode.F);
        desk.typeOver("löwe düsseldorf");
        desk.press(KeyCode.ENTER);
        until(() -> ids().equals(List.of("1011")));
        assertThat(desk.text("#field-phone")).isEqualTo("+48 12 555 01 99");
        desk.press(KeyCode.DOWN);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1011))));
        desk.control(KeyCode.F);
        desk.press(KeyCode.ESCAPE);
        until(() -> rows().rows().size() > 1);
        desk.open(Office.CUSTOMER);
        until(() -> desk.text("#field-phone").equals("+48 12 555 01 99"));
        assertThat(desk.workspace().edit().dirty().get()).isTrue();
    }

    @Test
    void aRecordIsGoneToByItsKey() throws TimeoutException {
        desk.control(KeyCode.G);
        until(() -> desk.robot.lookup("#go-to-key").query().getBoundsInLocal().getWidth() > 80);
        desk.typeOver("999999");
        desk.press(KeyCode.ENTER);
        until(() -> desk.notice().equals("There is no record of customer with the key 999999."));
        assertThat(held("go-to-key")).isTrue();
        desk.typeOver("1190");
        desk.press(KeyCode.ENTER);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1190))));
        until(() -> held("rows"));
        assertThat(desk.robot.lookup(".go-to-key").query().isVisible()).isFalse();
        assertThat(rows().selected().get()).contains(customer(1190));
        desk.control(KeyCode.G);
        desk.press(KeyCode.ESCAPE);
        until(() -> held("rows"));
        desk.press(KeyCode.HOME);
        until(() -> desk.workspace().shown().openKey().equals(Optional.of(customer(1001))));
        desk.press(KeyCode.END);
        until(() -> rows().selected().get().equals(rows().keyOf(rows().rows().getLast())));
    }

    @Test
    void ordersAreFoundByTheNameOfTheirCustomer() throws TimeoutException {
        desk.robot.interact(() -> desk.workspace().tables().all().stream()
                .filter(table -> table.id().name().equals("order"))
                .forEach(desk.workspace().tables()::select));
        until(() -> rows().table()
                .get()
                .filter(table -> table.id().name().equals("order"))
                .isPresent());
        until(() -> !rows().rows().isEmpty());
        desk.robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.CONTROL, KeyCode.SHIFT);
        for (int step = 0; step < 20 && !held("filter-customer_id"); step++) {
            desk.press(KeyCode.TAB);
        }
        assertThat(held("filter-customer_id")).isTrue();
        desk.typeOver("löwe düsseldorf");
        desk.press(KeyCode.ENTER);
        until(() -> !rows().rows().isEmpty()
                && rows().rows().stream()
                        .allMatch(row -> row.get("customer_id").text().equals("1011")));
        assertThat(rows().filters().chips().stream().map(FilterChip::sentence))
                .containsExactly("customer_id refers to “löwe düsseldorf”");
        desk.picture("finding-filter");
        desk.robot.press(KeyCode.CONTROL, KeyCode.SHIFT).type(KeyCode.L).release(KeyCode.CONTROL, KeyCode.SHIFT);
        until(() -> desk.focused().filter(TableView.class::isInstance).isPresent());
        assertThat(desk.robot.lookup(".filter-field").queryAll()).isEmpty();
    }

    private boolean held(String id) {
        return desk.focused().map(Node::getId).filter(id::equals).isPresent();
    }

    private RowsModel rows() {
        return desk.workspace().rows();
    }

    private List<String> ids() {
        return rows().rows().stream().map(row -> row.get("id").text()).toList();
    }

    private static RecordKey customer(int id) {
        return new RecordKey(new TableId("PUBLIC", "customer"), Row.of("id", Value.of(id)));
    }
}
