package dev.concord.sql;

import dev.concord.catalog.ForeignKey;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Which of the written references lead nowhere. SQLite says only that one does, so it is asked again for each. */
public final class MissingTargets {
    private final TableSql sql;
    private final Row written;

    public MissingTargets(TableSql sql, Row written) {
        this.sql = sql;
        this.written = written;
    }

    /** The columns of those whose target is not there; or else of the only one that cannot be asked for, being written in part. */
    public List<String> columns(Transaction transaction) {
        DSLContext dsl = transaction.dsl();
        List<String> missing = new ArrayList<>();
        List<ForeignKey> partly = new ArrayList<>();
        for (ForeignKey key : sql.table().foreignKeys()) {
            if (key.columns().stream().anyMatch(written::has)
                    && key.columns().stream().noneMatch(this::writtenNull)) {
                if (!key.columns().stream().allMatch(written::has)) {
                    partly.add(key);
                } else if (!dsl.fetchExists(DSL.table(DSL.name(key.target().name())), target(key))) {
                    missing.addAll(key.columns());
                }
            }
        }
        return missing.isEmpty() && partly.size() == 1 ? partly.getFirst().columns() : List.copyOf(missing);
    }

    private boolean writtenNull(String column) {
        return written.has(column) && written.get(column).isNull();
    }

    private Condition target(ForeignKey key) {
        List<Condition> same = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String own = key.columns().get(i);
            same.add(DSL.field(
                            DSL.name(key.targetColumns().get(i)),
                            sql.stored(own).getDataType())
                    .eq(written.get(own)));
        }
        return DSL.and(same);
    }
}
