package dev.concord.app.saving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.journal.MergedWrites;
import dev.concord.app.pending.WriteMark;
import dev.concord.app.task.Work;
import dev.concord.catalog.Table;
import dev.concord.merge.Merging;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Rows that were to be deleted and that somebody changed meanwhile: a decision on every database. */
class StaleDeletionTest {
    private static final Texts TEXTS = Texts.of(Locale.UK);

    @OnEveryEngine
    void aDeletionOfARowThatSomebodyChangedWaitsForADecisionAndThenDeletesWhatWasSeen(Engine engine) {
        try (Shop shop = new Shop(
                engine,
                "create table \"person\" (\"id\" int not null primary key, \"phone\" varchar(20))",
                "insert into \"person\" values (1, 'a'), (2, 'a'), (3, 'a'), (4, 'a')")) {
            Table table = shop.table("person");
            Told told = new Told();
            List<Unsaved> records = IntStream.rangeClosed(1, 4)
                    .mapToObj(id -> new Unsaved(
                            "Person " + id,
                            table,
                            Draft.of(find(shop, table, id)).deleted(true),
                            true,
                            WriteMark.NONE))
                    .toList();
            SavingModel model = new SavingModel(
                    records,
                    MergedWrites.unkept(shop.store()),
                    Policies.DEFAULT,
                    Merging.DEFAULT,
                    Work.immediate(),
                    TEXTS,
                    told);
            shop.sql("update \"person\" set \"phone\" = 'b' where \"id\" < 4");
            model.start();
            assertThat(kinds(model))
                    .containsExactly(
                            SaveResult.Kind.NEEDS_DECISION,
                            SaveResult.Kind.NEEDS_DECISION,
                            SaveResult.Kind.NEEDS_DECISION,
                            SaveResult.Kind.DELETED);
            shop.sql("update \"person\" set \"phone\" = 'c' where \"id\" = 2");
            shop.sql("delete from \"person\" where \"id\" = 3");
            model.deciding().deleteAll(model.deciding().queue().groups().getFirst());
            assertThat(kinds(model))
                    .containsExactly(
                            SaveResult.Kind.DELETED,
                            SaveResult.Kind.NEEDS_DECISION,
                            SaveResult.Kind.DELETED,
                            SaveResult.Kind.DELETED);
            assertThat(told.deleted).containsExactly("a", "b", "a");
            assertThat(find(shop, table, 2).row().get("phone")).isEqualTo(Value.of("c"));
        }
    }

    private static Snapshot find(Shop shop, Table table, int id) {
        return shop.store()
                .find(new RecordKey(table.id(), Row.of("id", Value.of(id))))
                .orElseThrow();
    }

    private static List<SaveResult.Kind> kinds(SavingModel model) {
        return model.entries().stream().map(entry -> entry.result().kind()).toList();
    }

    /** The phones of the rows that were deleted. */
    private static final class Told implements SavingListener {
        final List<String> deleted = new ArrayList<>();

        @Override
        public void deleted(Unsaved record, Snapshot row) {
            deleted.add(row.row().get("phone").text());
        }

        @Override
        public void saved(Unsaved record, Draft sent, Snapshot now) {}

        @Override
        public void kept(Unsaved record, Snapshot theirs) {}

        @Override
        public void decide(Unsaved record, RecordMerge merge, String place) {}

        @Override
        public void decideDeletion(Unsaved record, Snapshot mine, Snapshot theirs) {}

        @Override
        public void open(Unsaved record) {}

        @Override
        public void closed() {}
    }
}
