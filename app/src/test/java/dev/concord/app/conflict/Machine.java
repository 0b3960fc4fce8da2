package dev.concord.app.conflict;

import dev.concord.catalog.Check;
import dev.concord.catalog.Column;
import dev.concord.catalog.Column.Generation;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.merge.ColumnRule;
import dev.concord.merge.ColumnRule.Adding;
import dev.concord.merge.ColumnRule.Form;
import dev.concord.merge.MergeRules;
import dev.concord.merge.RecordMerge;
import dev.concord.record.Bytes;
import dev.concord.record.Draft;
import dev.concord.record.RecordKey;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** A machine in stock, edited by two people in every way values can be taken apart; without a database. */
final class Machine {
    static final TableId ID = new TableId("public", "machine");
    static final ForeignKey SUPPLIER = new ForeignKey(
            "machine_supplier", List.of("supplier_id"), new TableId("public", "supplier"), List.of("id"));

    static final Table TABLE = new Table(
            ID,
            Table.Type.TABLE,
            List.of(
                    column("id", ValueKind.INTEGER, 0),
                    column("price", ValueKind.DECIMAL, 2),
                    column("currency", ValueKind.TEXT, 0),
                    column("in_stock", ValueKind.INTEGER, 0),
                    column("supplier_id", ValueKind.INTEGER, 0),
                    column("manual", ValueKind.TEXT, 0),
                    column("settings", ValueKind.JSON, 0),
                    column("tags", ValueKind.TEXT, 0),
                    column("photo", ValueKind.BINARY, 0),
                    column("drawing", ValueKind.BINARY, 0)),
            Optional.of(new Key("machine_pk", List.of("id"), true)),
            List.of(),
            List.of(SUPPLIER),
            List.of(new Check(
                    "price_has_currency", "price is null or currency is not null", List.of("price", "currency"))),
            true,
            "");

    static final MergeRules RULES = MergeRules.DEFAULT
            .with("in_stock", ColumnRule.of(Form.WHOLE).adding(Adding.OFFERED))
            .with("tags", ColumnRule.of(Form.SET));

    private static final List<String> LINES = IntStream.rangeClosed(1, 40)
            .mapToObj(i -> "Step " + i + ": check part " + i + " before the next.\n")
            .toList();

    static final Row OPENED = Row.of("id", Value.of(7))
            .with("price", Value.of(1200))
            .with("currency", Value.of("EUR"))
            .with("in_stock", Value.of(40))
            .with("supplier_id", Value.of(12))
            .with("manual", Value.of(manual()))
            .with(
                    "settings",
                    new Value.Json("{\"speed\": 5, \"mode\": \"eco\", \"limits\": {\"heat\": 80, \"load\": 10}}"))
            .with("tags", Value.of("red,steel"))
            .with("photo", picture(320, 200, Color.GRAY))
            .with("drawing", bytes("%PDF-1.4 first"));

    static final Row THEIRS = OPENED.with("price", Value.of(1350))
            .with("in_stock", Value.of(37))
            .with("supplier_id", Value.of(88))
            .with("manual", Value.of(manual(3, "Step 3: oil part 3.\n", 20, "Step 20: tighten part 20 by hand.\n")))
            .with(
                    "settings",
                    new Value.Json("{\"speed\": 7, \"mode\": \"eco\", \"limits\": {\"heat\": 90, \"load\": 10}}"))
            .with("tags", Value.of("red,steel,heavy"))
            .with("photo", picture(320, 200, Color.ORANGE))
            .with("drawing", bytes("%PDF-1.4 second, of the database"));

    static final Row MINE = OPENED.with("currency", Value.of("USD"))
            .with("in_stock", Value.of(38))
            .with("supplier_id", Value.of(15))
            .with(
                    "manual",
                    Value.of(manual(20, "Step 20: tighten part 20 with 12 Nm.\n", 33, "Step 33: clean part 33.\n")))
            .with(
                    "settings",
                    new Value.Json("{\"speed\": 9, \"mode\": \"turbo\", \"limits\": {\"heat\": 80, \"load\": 12}}"))
            .with("tags", Value.of("steel,new"))
            .with("photo", picture(200, 320, Color.BLUE))
            .with("drawing", bytes("%PDF-1.4 third, of mine"));

    private Machine() {}

    /** Both edits of some columns, compared; the others nobody touched. */
    static RecordMerge merge(String... columns) {
        Set<String> edited = Set.of(columns);
        Row theirs = OPENED;
        Draft mine = Draft.of(snapshot(OPENED, 2));
        for (String column : edited) {
            theirs = theirs.with(column, THEIRS.get(column));
            mine = MINE.get(column).equals(OPENED.get(column)) ? mine : mine.with(column, MINE.get(column));
        }
        return RecordMerge.of(TABLE, mine, snapshot(theirs, 5), Set.of(), RULES);
    }

    static Snapshot snapshot(Row row, int minute) {
        return new Snapshot(
                new RecordKey(ID, Row.of("id", row.get("id"))),
                row,
                Optional.of(new VersionToken.OfColumn(Value.of(minute))),
                Customer.at(minute));
    }

    /** The manual with two steps written anew. */
    private static String manual(int first, String firstStep, int second, String secondStep) {
        return IntStream.rangeClosed(1, LINES.size())
                .mapToObj(i -> i == first ? firstStep : i == second ? secondStep : LINES.get(i - 1))
                .collect(Collectors.joining());
    }

    private static String manual() {
        return String.join("", LINES);
    }

    private static Value picture(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().setColor(colour);
        var graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillOval(width / 8, height / 8, width * 3 / 4, height * 3 / 4);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Value.Binary(Bytes.of(png.toByteArray()));
    }

    private static Value bytes(String text) {
        return new Value.Binary(Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Column column(String name, ValueKind kind, int scale) {
        return new Column(
                name,
                kind.name(),
                kind,
                kind == ValueKind.DECIMAL ? 10 : 0,
                scale,
                true,
                Optional.empty(),
                Generation.NONE,
                List.of(),
                "");
    }
}
