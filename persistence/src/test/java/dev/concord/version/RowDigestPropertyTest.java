package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Bytes;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** However it is computed, the digest is SHA-256 over the documented bytes. */
class RowDigestPropertyTest {

    @Property
    void everyRowIsDigestedAsDocumented(@ForAll("rows") Row row) {
        assertDocumented(row);
    }

    @Property
    void everyNumberIsWrittenAsPlainDecimal(
            @ForAll BigInteger unscaled, @ForAll @IntRange(min = -20, max = 40) int scale) {
        assertDocumented(Row.of("n", Value.of(new BigDecimal(unscaled, scale))));
    }

    @Property
    void everySmallNumberIsWrittenAsPlainDecimal(@ForAll long unscaled, @ForAll @IntRange(max = 20) int scale) {
        assertDocumented(Row.of("n", Value.of(BigDecimal.valueOf(unscaled, scale))));
    }

    /** However full the buffer is by then, each kind of value is somewhere the one that no longer fits. */
    @Property(tries = 100)
    void aWideRowIsDigestedAsDocumentedWhateverMeetsTheBuffersEnd(
            @ForAll @IntRange(max = 300) int before, @ForAll("rows") Row row) {
        Row wide = Row.of("", Value.of("a".repeat(before)));
        for (int i = 0; i < 40; i++) {
            for (var column : row.values().entrySet()) {
                wide = wide.with(i + column.getKey(), column.getValue());
            }
        }
        assertDocumented(wide);
    }

    /** Whatever the length of the chunks a long text is encoded in, some text has a pair or half a pair on their border. */
    @Property
    void aLongTextIsDigestedAsDocumentedWhateverFallsOnAChunksBorder(
            @ForAll @IntRange(max = 3) int before,
            @ForAll("characters") String character,
            @ForAll @IntRange(min = 4, max = 5000) int repeated,
            @ForAll("characters") String last) {
        assertDocumented(Row.of("t", Value.of("a".repeat(before) + character.repeat(repeated) + last)));
        assertDocumented(Row.of("t", Value.of("a".repeat(before + 2 * repeated) + character + last)));
    }

    @Property(tries = 50)
    void aPlanMayBeUsedAgainAndAgain(@ForAll("rows") Row one, @ForAll("rows") Row other) {
        DigestPlan plan = RowDigest.plan(Tables.holding("t", one.withAll(other)), Set.of());
        String first = plan.of(one.withAll(other)).hex();
        plan.of(other.withAll(one));
        assertThat(plan.of(one.withAll(other)).hex()).isEqualTo(first);
    }

    /** Few columns and values that look alike, so that a good part of the pairs is equal, though not in its order. */
    @Property
    void twoRowsHaveOneDigestExactlyWhenTheyAreEqual(@ForAll("similarRows") Row one, @ForAll("similarRows") Row other) {
        assertThat(digest(one).equals(digest(other))).isEqualTo(one.equals(other));
        assertThat(digest(Row.EMPTY.withAll(one).withAll(other)))
                .isEqualTo(digest(other.withAll(one).withAll(other)));
    }

    private static String digest(Row row) {
        return RowDigest.of(Tables.holding("t", row), row, Set.of()).hex();
    }

    private static void assertDocumented(Row row) {
        assertThat(RowDigest.of(Tables.holding("täble", row), row, Set.of()).hex())
                .isEqualTo(sha256(CanonicalBytes.of("täble", row)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Provide
    Arbitrary<String> characters() {
        return Arbitraries.of("a", "é", "€", "𝄞", "\ud834", "\udd1e", "\u0000");
    }

    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).ofMaxLength(6);
        return Arbitraries.maps(names, values()).ofMaxSize(12).map(columns -> {
            Row row = Row.EMPTY;
            for (var column : columns.entrySet()) {
                row = row.with(column.getKey(), column.getValue());
            }
            return row;
        });
    }

    @Provide
    Arbitrary<Row> similarRows() {
        Arbitrary<Value> similar = Arbitraries.of(
                Value.ofNull(),
                Value.of(""),
                Value.of("1"),
                Value.of("1N"),
                Value.of(1),
                Value.of(new BigDecimal("1.0")),
                Value.of(true),
                new Value.Float32(1),
                new Value.Float64(1),
                new Value.Float64(-0.0),
                new Value.Float64(0.0),
                new Value.Json("1"),
                new Value.Other("other", "1"),
                new Value.Binary(Bytes.of(new byte[] {'1'})),
                new Value.Date(LocalDate.EPOCH),
                new Value.Time(LocalTime.MIDNIGHT),
                new Value.DateTime(LocalDate.EPOCH.atStartOfDay()),
                new Value.Moment(LocalDate.EPOCH.atStartOfDay().atOffset(ZoneOffset.UTC)),
                new Value.Uuid(new UUID(0, 0)));
        return Arbitraries.maps(Arbitraries.of("a", "b"), similar)
                .ofMaxSize(2)
                .map(columns -> Row.of(new LinkedHashMap<>(columns)));
    }

    private static Arbitrary<Value> values() {
        Arbitrary<LocalDateTime> times = Arbitraries.longs()
                .between(-100_000_000_000L, 100_000_000_000L)
                .map(second -> LocalDateTime.ofEpochSecond(
                        second, (int) Math.floorMod(second, 1_000_000_000L), ZoneOffset.UTC));
        Arbitrary<Value> none = Arbitraries.just(Value.ofNull());
        return Arbitraries.oneOf(
                none,
                Arbitraries.strings().map(Value::of),
                Arbitraries.bigDecimals().map(Value::of),
                Arbitraries.longs().map(Value::of),
                Arbitraries.floats().map(Value.Float32::new),
                Arbitraries.doubles().map(Value.Float64::new),
                Arbitraries.of(true, false).map(Value::of),
                times.map(at -> (Value) new Value.Date(at.toLocalDate())),
                times.map(at -> (Value) new Value.Time(at.toLocalTime())),
                times.map(at -> (Value) new Value.DateTime(at)),
                times.map(at -> (Value) new Value.Moment(at.atOffset(ZoneOffset.ofHours(at.getHour() - 12)))),
                Arbitraries.longs().map(bits -> (Value) new Value.Uuid(new UUID(bits, ~bits))),
                Arbitraries.strings().map(Value.Json::new),
                Arbitraries.bytes().array(byte[].class).ofMaxSize(9000).map(bytes ->
                        (Value) new Value.Binary(Bytes.of(bytes))),
                Arbitraries.strings().map(text -> (Value) new Value.Other("other", text)));
    }

    /** Of one byte, of two and of three. */
    @Example
    void theFirstAndLastCharactersOfEachLengthAreDigestedAsDocumented() {
        for (String character : List.of("\u0000", "\u007f", "\u0080", "\u07ff", "\u0800", "\uffff")) {
            assertDocumented(Row.of("t", Value.of(character)));
            assertDocumented(Row.of("t", Value.of("a".repeat(50) + character)));
        }
    }

    @Example
    void aNameThatFillsTheBufferIsDigestedAsDocumented() {
        for (int length = 3960; length < 4120; length++) {
            assertDocumented(Row.of("n".repeat(length), Value.of("a value")).with("z", Value.of(1)));
        }
    }
}
