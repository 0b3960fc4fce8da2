package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.OwnWindow;
import dev.concord.app.control.Pictures;
import dev.concord.merge.ColumnGroup;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.ui.text.Texts;
import dev.concord.ui.theme.Theme;
import dev.concord.version.Guard;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

@ExtendWith(OwnWindow.class)
class TableRulesViewTest {
    private final List<MergeRules> saved = new ArrayList<>();
    private final List<Set<String>> ignored = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();
    private final TableRulesModel model = new TableRulesModel(
            Prices.TABLE,
            TablePolicy.DEFAULT.withGuard(new Guard.ByColumn("version", Guard.VersionKind.INTEGER)),
            MergeRules.DEFAULT
                    .withGroups(List.of(
                            new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "Price", List.of("amount", "currency"))))
                    .with("in_stock", ColumnRule.of(Form.WHOLE).adding(Adding.OFFERED)),
            (rules, columns) -> {
                saved.add(rules);
                ignored.add(columns);
            },
            () -> cancelled.add("cancelled"));

    /** Set by {@link #start}, which runs before every test. */
    @SuppressWarnings("NullAway.Init")
    private Scene scene;

    @Start
    void start(Stage stage) {
        scene = new Scene(new TableRulesView(model, Texts.of(Locale.UK)).root(), 1000, 820);
        stage.setScene(scene);
        dress(Theme.LIGHT);
        stage.show();
    }

    @Test
    void everyRuleIsChosenByHandAndSaved(FxRobot robot) {
        for (Theme theme : Theme.values()) {
            robot.interact(() -> dress(theme));
            robot.interact(() -> Pictures.take(scene, "rules-" + theme.name().toLowerCase(Locale.ROOT)));
        }
        robot.clickOn("#rules-by-group").clickOn("#rules-ignored-tags");
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Form> forms = (ComboBox<Form>) scene.lookup("#rules-form-tags");
            forms.setValue(Form.SET);
        });
        robot.interact(() -> {
            @SuppressWarnings("unchecked")
            CheckComboBox<String> columns = (CheckComboBox<String>) scene.lookup("#rules-group-columns");
            columns.getCheckModel().check("tags");
            columns.getCheckModel().check("details");
        });
        robot.clickOn("#rules-group-add").clickOn("#rules-save");
        assertThat(ignored).containsExactly(Set.of("tags"));
        MergeRules rules = saved.getFirst();
        assertThat(rules.automatic()).isEqualTo(Automatic.BY_GROUP);
        assertThat(rules.groups()).extracting(ColumnGroup::columns).contains(List.of("tags", "details"));
        assertThat(rules.columns().get("tags")).isEqualTo(ColumnRule.of(Form.SET));
    }

    @Test
    void itIsSavedAndLeftByKeyboard(FxRobot robot) {
        robot.press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        assertThat(saved).hasSize(1);
        robot.push(KeyCode.ESCAPE);
        assertThat(cancelled).hasSize(1);
    }

    @Test
    void everyControlSaysItsNameAloud() {
        for (String id : List.of("#rules-ignored-title", "#rules-quantity-amount", "#rules-form-tags")) {
            assertThat(scene.lookup(id).getAccessibleText()).isNotEmpty();
        }
    }

    private void dress(Theme theme) {
        Application.setUserAgentStylesheet(theme.userAgentStylesheet());
        scene.getStylesheets().setAll(theme.stylesheets());
    }
}
