package dev.concord.bench.records;

import dev.concord.catalog.Column;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.ValueKind;
import dev.concord.record.Row;
import dev.concord.version.CanonicalBytes;
import dev.concord.version.DigestPlan;
import dev.concord.version.RowDigest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The digest of a row already read, against SHA-256 alone over the same bytes already in an array. */
@State(Scope.Benchmark)
public class DigestBenchmark {
    /** What is digested. */
    @Param
    public Sample sample = Sample.ROW;

    private Row row = Row.EMPTY;
    private DigestPlan plan = plan(Row.EMPTY);
    private byte[] bytes = {};
    private final MessageDigest sha256 = sha256Digest();

    /** Makes the row and checks that both sides digest the same. */
    @Setup
    public void prepare() {
        row = sample.row();
        plan = plan(row);
        bytes = CanonicalBytes.of("sample", row);
        if (!plan.of(row).hex().equals(HexFormat.of().formatHex(sha256.digest(bytes)))) {
            throw new IllegalStateException("The peer does not digest the same bytes");
        }
    }

    /** Ours: from the row's values to the token. */
    @Benchmark
    public Object concord() {
        return plan.of(row);
    }

    /** The floor: nothing but SHA-256. */
    @Benchmark
    public Object sha256() {
        return sha256.digest(bytes);
    }

    private static DigestPlan plan(Row row) {
        List<Column> columns = row.values().keySet().stream()
                .map(name -> new Column(
                        name,
                        "any",
                        ValueKind.OTHER,
                        0,
                        0,
                        true,
                        Optional.empty(),
                        Column.Generation.NONE,
                        List.of(),
                        ""))
                .toList();
        Table table = new Table(
                new TableId("", "sample"),
                Table.Type.TABLE,
                columns,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "");
        return RowDigest.plan(table, Set.of());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
