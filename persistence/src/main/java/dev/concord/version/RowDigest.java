package dev.concord.version;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.record.Row;
import dev.concord.record.Value;
import dev.concord.record.VersionToken;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The SHA-256 digest of a row: proves it unchanged where the table has no version column. The same row has the same
 * digest on any computer, in any zone and locale; {@code docs/checksum.md} describes the format so that a stranger can
 * compute it in another language.
 *
 * <p>Columns the database computes from the others, and columns the policy ignores, do not count.
 */
public final class RowDigest {
    private static final int FORMAT = 1;
    private static final Comparator<String> BY_UTF8 =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private RowDigest() {}

    /**
     * Digests a whole row.
     *
     * @throws IllegalArgumentException when the row lacks a column that counts: a part of a row has no digest
     */
    public static VersionToken.OfDigest of(Table table, Row row, Set<String> ignored) {
        DigestStream out = new DigestStream();
        out.tag(FORMAT);
        out.text(table.id().name());
        for (String column : counting(table, ignored)) {
            if (!row.has(column)) {
                throw new IllegalArgumentException("A part of a row has no digest; missing: " + column);
            }
            Value value = row.get(column);
            out.text(column);
            out.tag(ValueEncoding.tag(value));
            out.tag(value.isNull() ? 1 : 0);
            ValueEncoding.write(value, out);
        }
        return new VersionToken.OfDigest(out.hex());
    }

    private static List<String> counting(Table table, Set<String> ignored) {
        return table.columns().stream()
                .filter(Column::writable)
                .map(Column::name)
                .filter(name -> !ignored.contains(name))
                .sorted(BY_UTF8)
                .toList();
    }
}
