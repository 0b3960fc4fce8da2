package dev.concord.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.record.Bytes;
import dev.concord.record.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** A file of drafts that is cut or damaged anywhere holds what was written before that place, and nothing else. */
class DraftFormatPropertyTest {
    /** A file as it was written, and what it says after each of its entries. */
    private record Written(Bytes file, List<Integer> ends, List<List<DraftEntry>> states) {
        byte[] bytes() {
            return file.toArray();
        }

        /** What the first bytes of the file say. */
        List<DraftEntry> after(int bytes) {
            List<DraftEntry> state = List.of();
            for (int i = 0; i < ends.size() && ends.get(i) <= bytes; i++) {
                state = states.get(i);
            }
            return state;
        }
    }

    @Property(tries = 8)
    void aFileCutAtAnyByteHoldsTheEntriesBeforeIt(@ForAll("entries") List<DraftEntry> entries) throws IOException {
        Written written = write(entries);
        for (int length = 0; length <= written.bytes().length; length++) {
            DraftFormat.Entries read = (DraftFormat.Entries) read(Arrays.copyOf(written.bytes(), length));
            assertThat(List.copyOf(read.entries().values())).isEqualTo(written.after(length));
            assertThat(read.damaged()).isFalse();
            assertThat(read.whole()).isEqualTo(length == 0 || written.ends().contains(length));
        }
    }

    @Property(tries = 8)
    void aFileThatEndsInZerosHoldsTheEntriesBeforeThem(@ForAll("entries") List<DraftEntry> entries) throws IOException {
        Written written = write(entries);
        for (int length = DraftFormat.HEADER; length <= written.bytes().length; length += 7) {
            byte[] bytes = Arrays.copyOf(written.bytes(), written.bytes().length + 100);
            Arrays.fill(bytes, length, bytes.length, (byte) 0);
            DraftFormat.Entries read = (DraftFormat.Entries) read(bytes);
            assertThat(List.copyOf(read.entries().values())).isEqualTo(written.after(length));
            assertThat(read.whole()).isFalse();
        }
    }

    @Property(tries = 8)
    void anyBitThatFlipsIsNoticed(@ForAll("entries") List<DraftEntry> entries) throws IOException {
        Written written = write(entries);
        for (int place = 0; place < written.bytes().length; place++) {
            byte[] bytes = written.bytes();
            bytes[place] ^= (byte) (1 << place % 8);
            switch (read(bytes)) {
                case DraftFormat.Unreadable _ -> assertThat(place).isLessThan(DraftFormat.HEADER);
                case DraftFormat.Entries read -> {
                    assertThat(place).isGreaterThanOrEqualTo(DraftFormat.HEADER);
                    assertThat(List.copyOf(read.entries().values())).isEqualTo(written.after(place));
                    assertThat(read.whole()).isFalse();
                }
                case DraftFormat.Foreign _ -> throw new AssertionError("A damaged header is no other version");
            }
        }
    }

    private static DraftFormat.Reading read(byte[] bytes) throws IOException {
        return DraftFormat.read(new ByteArrayInputStream(bytes), bytes.length, Sealing.PLAIN);
    }

    private static Written write(List<DraftEntry> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        List<List<DraftEntry>> states = new ArrayList<>();
        bytes.writeBytes(DraftFormat.header(Sealing.PLAIN));
        ends.add(bytes.size());
        states.add(List.of());
        bytes.writeBytes(DraftFormat.frame(EntryJson.of(Drafts.DATABASE)));
        ends.add(bytes.size());
        states.add(List.of());
        Map<UUID, DraftEntry> state = new LinkedHashMap<>();
        Map<UUID, Snapshot> bases = new HashMap<>();
        for (DraftEntry entry : entries) {
            byte[] json = EntryJson.of(entry, Optional.ofNullable(bases.get(entry.id())));
            bytes.writeBytes(DraftFormat.frame(json));
            DraftFormat.put(state, bases, entry);
            ends.add(bytes.size());
            states.add(List.copyOf(state.values()));
        }
        return new Written(Bytes.of(bytes.toByteArray()), ends, states);
    }

    @Provide
    Arbitrary<List<DraftEntry>> entries() {
        Arbitrary<Integer> number = Arbitraries.integers().between(1, 3);
        Arbitrary<String> city = Arbitraries.strings().ofMaxLength(20);
        Arbitrary<DraftEntry> kept =
                Combinators.combine(number, city).as((n, text) -> new DraftEntry.Kept(Drafts.of(n, text)));
        Arbitrary<DraftEntry> discarded = Combinators.combine(number, city)
                .as((n, text) -> new DraftEntry.Discarded(Drafts.of(n, text), Drafts.NOW));
        Arbitrary<DraftEntry> removed = number.map(n -> new DraftEntry.Removed(new UUID(0, n)));
        return Arbitraries.frequencyOf(Tuple.of(6, kept), Tuple.of(1, discarded), Tuple.of(1, removed))
                .list()
                .ofMaxSize(5);
    }
}
