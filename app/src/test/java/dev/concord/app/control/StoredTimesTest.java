package dev.concord.app.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.OnEveryEngine;
import dev.concord.store.Shop;
import dev.concord.testing.Engine;
import dev.concord.ui.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Dates and times as a German types them, as each database stores them, and as they are shown again. Today is 18 March 2026. */
class StoredTimesTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-18T09:30:15Z"), ZoneId.of("Europe/Berlin"));
    private final ValueText german = new ValueText(Texts.of(Locale.GERMANY), clock);
    private final ValueHint hints = new ValueHint(Texts.of(Locale.UK, Locale.GERMANY), clock);

    /**
     * What is typed into a column, and how it is shown after it was saved.
     *
     * @param column the name of one of the columns
     */
    private record Case(String column, String typed, String shown) {}

    private static List<Case> everywhere() {
        return List.of(
                new Case("day", "16.3.1990", "16.03.1990"),
                new Case("day", "29/5", "29.05.2026"),
                new Case("day", "+7", "25.03.2026"),
                new Case("day", "9999-12-31", "31.12.9999"),
                new Case("begins", "14h05", "14:05:00"),
                new Case("begins", "2:05:09.123 pm", "14:05:09.123"),
                new Case("entered", "tomorrow 9:30", "19.03.2026 09:30:00"),
                new Case("entered", "29. Mai 2026, 14:05:01.000001", "29.05.2026 14:05:01.000001"),
                new Case("sent", "29.5. 14:05", "29.05.2026 14:05:00 +02:00"),
                new Case("sent", "29.5. 14:05 Asia/Tokyo", "29.05.2026 07:05:00 +02:00"),
                new Case("sent", "25.10.2026 02:30 +02:00", "25.10.2026 02:30:00 +02:00"),
                new Case("sent", "25.10.2026 02:30 +01:00", "25.10.2026 02:30:00 +01:00"),
                new Case("sent", "now", "18.03.2026 10:30:15 +01:00"));
    }

    private static List<Case> onlyIn(Engine engine) {
        return switch (engine) {
            case POSTGRESQL ->
                List.of(
                        new Case("day", "infinity", "infinity"),
                        new Case("day", "0044-03-15 BC", "-0043-03-15"),
                        new Case("day", "5874897-12-31", "5874897-12-31"),
                        new Case("entered", "-Infinity", "-infinity"),
                        new Case("sent", "infinity", "infinity"),
                        new Case("sent", "12026-05-29 14:05", "12026-05-29 14:05:00 +02:00"),
                        new Case("begins", "24:00", "24:00:00"),
                        new Case("share", "NaN", "NaN"),
                        new Case("share", "-Infinity", "-Infinity"),
                        new Case("pause", "1 day 02:30", "1 day 02:30:00"),
                        new Case("pause", "90 min", "01:30:00"));
            case MARIADB ->
                List.of(
                        new Case("begins", "37:30", "37:30:00.000000"),
                        new Case("begins", "-1:30", "-01:30:00.000000"),
                        new Case("begins", "838:59:59", "838:59:59.000000"),
                        new Case("made", "2026", "2026"));
            case H2 ->
                List.of(
                        new Case("day", "-1000000-01-01", "-1000000-01-01"),
                        new Case("day", "0000-01-01", "0000-01-01"),
                        new Case("share", "NaN", "NaN"),
                        new Case("share", "Infinity", "Infinity"),
                        new Case("pause", "26:30", "INTERVAL '26:30' HOUR TO MINUTE"),
                        new Case("pause", "INTERVAL '26:30' HOUR TO MINUTE", "INTERVAL '26:30' HOUR TO MINUTE"));
            default -> List.of();
        };
    }

    private static String columns(Engine engine) {
        String common = "\"id\" int not null primary key, \"day\" date";
        return switch (engine) {
            case H2 ->
                common + ", \"begins\" time(9), \"entered\" timestamp(9), \"sent\" timestamp(9) with time zone,"
                        + " \"share\" double precision, \"pause\" interval hour to minute";
            case POSTGRESQL ->
                common + ", \"begins\" time, \"entered\" timestamp, \"sent\" timestamptz, \"share\" double precision,"
                        + " \"pause\" interval";
            default ->
                common + ", \"begins\" time(6), \"entered\" datetime(6), \"sent\" timestamp(6) null, \"made\" year";
        };
    }

    @OnEveryEngine
    void whatIsTypedIsStoredAndShownInTheUsersWay(Engine engine) {
        if (engine == Engine.SQLITE) {
            // It has no dates: what stands in such columns is text, and stays as it is typed.
            return;
        }
        try (Shop shop = new Shop(engine, "create table \"shift\" (" + columns(engine) + ")")) {
            Table table = shop.table("shift");
            List<Case> cases = new ArrayList<>(everywhere());
            cases.addAll(onlyIn(engine));
            int id = 0;
            for (Case each : cases) {
                Column column = table.column(each.column()).orElseThrow();
                Value typed = read(each.typed(), column, Value.ofNull());
                Draft draft =
                        Draft.newRow(table.id()).with("id", Value.of(++id)).with(column.name(), typed);
                assertThat(shop.store().insert(draft))
                        .as("%s in %s", each, engine)
                        .isInstanceOfSatisfying(Outcome.Saved.class, saved -> {
                            Value stored = saved.snapshot().row().get(column.name());
                            String shown = german.show(stored, column);
                            assertThat(shown).as("%s in %s", each, engine).isEqualTo(each.shown());
                            // Typed over itself it is no change, and nothing to save.
                            assertThat(read(shown, column, stored)).isEqualTo(stored);
                            assertThat(read(stored.text(), column, stored)).isEqualTo(stored);
                        });
            }
        }
    }

    @OnEveryEngine
    void aMomentTypedOverIsOneChangeOfTheSameOffset(Engine engine) {
        if (engine == Engine.SQLITE) {
            return;
        }
        try (Shop shop = new Shop(engine, "create table \"shift\" (" + columns(engine) + ")")) {
            Table table = shop.table("shift");
            Column sent = table.column("sent").orElseThrow();
            Value tokyo = read("29.5.2026 14:05 +09:00", sent, Value.ofNull());
            Snapshot row = ((Outcome.Saved) shop.store()
                            .insert(Draft.newRow(table.id())
                                    .with("id", Value.of(1))
                                    .with("sent", tokyo)))
                    .snapshot();
            assertThat(german.show(row.row().get("sent"), sent)).isEqualTo("29.05.2026 07:05:00 +02:00");
            Value later = read("29.5.2026 8:05", sent, row.row().get("sent"));
            Snapshot now = ((Outcome.Saved) shop.store().save(Draft.of(row).with("sent", later))).snapshot();
            // What was typed is what the database holds, so that the record is not changed any more once it is saved.
            assertThat(now.row().get("sent")).isEqualTo(later);
            assertThat(german.show(now.row().get("sent"), sent)).isEqualTo("29.05.2026 08:05:00 +02:00");
        }
    }

    @Test
    void aShiftThatEndsTomorrowIsSaidToDoSo() {
        try (Shop shop =
                new Shop(Engine.MARIADB, "create table \"shift\" (\"id\" int not null primary key, \"ends\" time)")) {
            Table table = shop.table("shift");
            Column ends = table.column("ends").orElseThrow();
            Value typed = read("37:30", ends, Value.ofNull());
            assertThat(hints.meaning(typed, ends)).contains("on the next day at 13:30");
            assertThat(shop.store()
                            .insert(Draft.newRow(table.id())
                                    .with("id", Value.of(1))
                                    .with("ends", typed)))
                    .isInstanceOfSatisfying(Outcome.Saved.class, saved -> assertThat(
                                    saved.snapshot().row().get("ends"))
                            .isEqualTo(typed));
            assertThat(german.show(typed, ends)).isEqualTo("37:30:00");
        }
    }

    private Value read(String typed, Column column, Value before) {
        return switch (german.parse(typed, column, before)) {
            case Parsed.Read(Value value) -> value;
            case Parsed.Unreadable(String sentence) ->
                throw new AssertionError(typed + " in " + column.name() + ": " + sentence);
        };
    }
}
