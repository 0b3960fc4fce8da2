package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Bytes;
import dev.concord.record.ColumnNames;
import dev.concord.record.Row;
import dev.concord.record.VersionToken;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of one table are digested: which columns count, in which order, their names encoded already. Make it once
 * for a table and keep it; {@link RowDigest#plan} does. Safe to share between threads.
 */
public final class DigestPlan {
    private static final int FORMAT = 1;

    private final byte[] start;
    private final List<String> columns;
    private final byte[][] names;
    /** A stream to use again: making one for each row would take a considerable part of the digest's one or two microseconds. */
    private final AtomicReference<@Nullable DigestStream> spare = new AtomicReference<>();

    /** The places of the columns in the last row, which are mostly the same in the next one. */
    private volatile Places last = new Places(ColumnNames.of(List.of()), List.of());

    DigestPlan(Table table, Set<String> ignored) {
        byte[] name = sized(table.id().name());
        start = ByteBuffer.allocate(1 + name.length)
                .put((byte) FORMAT)
                .put(name)
                .array();
        columns = table.columns().stream()
                .filter(Column::writable)
                .map(Column::name)
                .filter(column -> !ignored.contains(column))
                .sorted((a, b) -> Arrays.compareUnsigned(utf8(a), utf8(b)))
                .toList();
        names = columns.stream().map(DigestPlan::sized).toArray(byte[][]::new);
    }

    /**
     * Digests a whole row.
     *
     * @throws IllegalArgumentException when the row lacks a column that counts: a part of a row has no digest
     */
    public VersionToken.OfDigest of(Row row) {
        DigestStream kept = spare.getAndSet(null);
        DigestStream out = kept == null ? new DigestStream() : kept;
        VersionToken.OfDigest token = new VersionToken.OfDigest(write(row, out));
        spare.setRelease(out);
        return token;
    }

    private Bytes write(Row row, DigestStream out) {
        int[] places = places(row.columns());
        int at = out.raw(start, 0);
        for (int i = 0; i < names.length; i++) {
            at = out.name(names[i], at);
            at = ValueEncoding.write(row.at(places[i]), out, at);
        }
        return out.end(at);
    }

    private int[] places(ColumnNames row) {
        Places known = last;
        if (!known.row.equals(row)) {
            known = new Places(row, columns);
            last = known;
        }
        return known.ofColumns;
    }

    private static byte[] sized(String text) {
        byte[] encoded = utf8(text);
        return ByteBuffer.allocate(Long.BYTES + encoded.length)
                .putLong(encoded.length)
                .put(encoded)
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where a row has the columns that count. */
    private static final class Places {
        private final ColumnNames row;
        private final int[] ofColumns;

        Places(ColumnNames row, List<String> columns) {
            this.row = row;
            this.ofColumns = columns.stream().mapToInt(row::place).toArray();
            for (int i = 0; i < ofColumns.length; i++) {
                if (ofColumns[i] < 0) {
                    throw new IllegalArgumentException("A part of a row has no digest; missing: " + columns.get(i));
                }
            }
        }
    }
}
