package dev.concord.sql;

import dev.concord.catalog.ForeignKey;
import dev.concord.record.Row;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Finds the written references whose target does not exist. SQLite reports only that there is one, so each is looked up. */
public final class MissingTargets {
    private final TableSql sql;
    private final Row written;

    public MissingTargets(TableSql sql, Row written) {
        this.sql = sql;
        this.written = written;
    }

    /** Returns their columns; if all targets exist, those of the only reference that was written in part and cannot be looked up. */
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
