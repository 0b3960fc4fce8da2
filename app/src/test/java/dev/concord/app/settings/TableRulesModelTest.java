package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.merge.ColumnGroup;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.MergeRules.Automatic;
import dev.concord.version.Guard;
import dev.concord.version.TablePolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableRulesModelTest {
    private static final TablePolicy BY_VERSION =
            TablePolicy.DEFAULT.withGuard(new Guard.ByColumn("version", Guard.VersionKind.INTEGER));

    private final List<MergeRules> saved = new ArrayList<>();
    private final List<Set<String>> ignored = new ArrayList<>();
    private final List<String> cancelled = new ArrayList<>();

    @Test
    void savingWithoutAChangeKeepsTheRulesAsTheyWere() {
        MergeRules rules = MergeRules.DEFAULT
                .withAutomatic(Automatic.BY_GROUP)
                .withGroups(
                        List.of(new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "price", List.of("amount", "currency"))))
                .with("in_stock", ColumnRule.of(Form.WHOLE).adding(Adding.OFFERED))
                .with("tags", ColumnRule.of(Form.SET).separatedBy(";"));
        model(BY_VERSION.ignoring("last_seen"), rules).save();
        assertThat(saved).containsExactly(rules);
        assertThat(ignored).containsExactly(Set.of("last_seen"));
    }

    @Test
    void onlyWhatDiffersFromTheColumnsOwnTypeBecomesARule() {
        TableRulesModel model = model(BY_VERSION, MergeRules.DEFAULT);
        choice(model, "in_stock").adding().set(Adding.AUTOMATIC);
        choice(model, "details").form().set(Form.EXACT_TEXT);
        model.save();
        assertThat(saved.getFirst().columns()).containsOnlyKeys("in_stock", "details");
    }

    @Test
    void columnsArePutTogetherInTheTablesOrder() {
        TableRulesModel model = model(BY_VERSION, MergeRules.DEFAULT);
        model.addGroup(" price ", List.of("currency", "amount"));
        model.addGroup("alone", List.of("title"));
        model.save();
        assertThat(saved.getFirst().groups())
                .containsExactly(
                        new ColumnGroup(ColumnGroup.Origin.CONFIGURED, "price", List.of("amount", "currency")));
    }

    @Test
    void keysAndVersionsCannotBeLeftOut() {
        TableRulesModel model = model(BY_VERSION, MergeRules.DEFAULT);
        assertThat(choice(model, "id").mayBeIgnored()).isFalse();
        assertThat(choice(model, "version").mayBeIgnored()).isFalse();
        assertThat(choice(model, "title").mayBeIgnored()).isTrue();
    }

    @Test
    void nothingCanBeLeftOutWhereAFileNamesTheOnlyColumnsThatCount() {
        TableRulesModel model = model(TablePolicy.DEFAULT.comparingOnly("amount"), MergeRules.DEFAULT);
        assertThat(model.comparesSome()).isTrue();
        assertThat(model.columns()).noneMatch(ColumnChoice::mayBeIgnored);
    }

    @Test
    void onlyNumbersThatAreNoKeyCanBeQuantitiesAndGeneratedColumnsAreNotAsked() {
        TableRulesModel model = model(BY_VERSION, MergeRules.DEFAULT);
        assertThat(model.columns().stream().filter(ColumnChoice::mayBeAdded).map(choice -> choice.column()
                        .name()))
                .containsExactly("amount", "in_stock");
        assertThat(model.columns()).noneMatch(choice -> choice.column().name().equals("shout"));
    }

    @Test
    void cancellingHandsNothingOver() {
        TableRulesModel model = model(BY_VERSION, MergeRules.DEFAULT);
        model.automatic().set(Automatic.NOTHING);
        model.cancel();
        assertThat(saved).isEmpty();
        assertThat(cancelled).hasSize(1);
    }

    private TableRulesModel model(TablePolicy policy, MergeRules rules) {
        return new TableRulesModel(
                Prices.TABLE,
                policy,
                rules,
                (chosen, columns) -> {
                    saved.add(chosen);
                    ignored.add(columns);
                },
                () -> cancelled.add("cancelled"));
    }

    private static ColumnChoice choice(TableRulesModel model, String column) {
        return model.columns().stream()
                .filter(choice -> choice.column().name().equals(column))
                .findFirst()
                .orElseThrow();
    }
}
