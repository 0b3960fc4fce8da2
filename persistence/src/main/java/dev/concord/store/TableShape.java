package dev.concord.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Notices columns added since the table was last looked at. A missing column makes statements fail by itself; a new one
 * would silently stay out of the digest and of the row shown to the user.
 */
final class TableShape {
    private TableShape() {}

    static Optional<Outcome.TableChanged> changed(DSLContext database, TableSql sql) {
        List<String> unknown = Arrays.stream(database.selectFrom(sql.from())
                        .where(DSL.falseCondition())
                        .fetch()
                        .fields())
                .map(Field::getName)
                .filter(name -> sql.table().column(name).isEmpty())
                .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome.TableChanged("New columns: " + String.join(", ", unknown)));
    }
}
