package dev.concord.app.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.ui.icon.Icon;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void allIsThereBeforeAnythingIsTyped() {
        assertThat(found("", "Save", "Undo", "customer")).containsExactly("Save", "Undo", "customer");
    }

    @Test
    void theNearestNameIsFirst() {
        assertThat(found("order", "open_orders", "border", "order line", "New order", "order"))
                .containsExactly("order", "order line", "open_orders", "New order", "border");
    }

    @Test
    void theWordsOfANameAreFoundInAnyOrderByTheirBeginnings() {
        assertThat(found("chan sho", "Show every change", "Change", "Show")).containsExactly("Show every change");
        assertThat(found("LINE order", "order_line", "order")).containsExactly("order_line");
    }

    @Test
    void capitalLettersAndAccentsAreThoseOfTheNames() {
        assertThat(found("éTÉ", "Été 2026", "ete")).containsExactly("Été 2026");
    }

    @Test
    void aTextThatIsNoNameIsOfferedToBeLookedFor() {
        PaletteModel model = model("Save");
        model.ask();
        model.typed().set("  nowak ");
        assertThat(model.shown()).extracting(PaletteEntry::name).containsExactly("look for nowak");
    }

    @Test
    void signsAloneMeanNothingOrTheNamesThatHaveThem() {
        assertThat(found("?!", "Save")).isEmpty();
        assertThat(found("+", "Save", "Save + close")).containsExactly("Save + close");
    }

    @Test
    void aLongListIsCut() {
        String[] many = IntStream.range(0, 5000).mapToObj(i -> "table" + i).toArray(String[]::new);
        assertThat(found("table", many)).hasSize(PaletteModel.MOST).startsWith("table0");
        assertThat(found("table4711", many)).containsExactly("table4711");
    }

    @Test
    void whatIsChosenIsDoneWhenThePaletteIsClosed() {
        PaletteModel model = model("Save", "Undo");
        model.ask();
        assertThat(model.open().get()).isTrue();
        model.choose(model.shown().get(1));
        assertThat(model.open().get()).isFalse();
        assertThat(done).containsExactly("Undo");
    }

    @Test
    void whatWasTypedIsForgotten() {
        PaletteModel model = model("Save", "Undo");
        model.ask();
        model.typed().set("undo");
        model.close();
        model.ask();
        assertThat(model.typed().get()).isEmpty();
        assertThat(model.shown()).hasSize(2);
    }

    private List<String> found(String typed, String... names) {
        PaletteModel model = new PaletteModel(() -> entries(names), text -> Stream.empty());
        model.ask();
        model.typed().set(typed);
        return model.shown().stream().map(PaletteEntry::name).toList();
    }

    private PaletteModel model(String... names) {
        return new PaletteModel(() -> entries(names), text -> entries("look for " + text));
    }

    private Stream<PaletteEntry> entries(String... names) {
        return Stream.of(names).map(name -> new PaletteEntry(name, "", Icon.ACTION, "", () -> done.add(name)));
    }
}
