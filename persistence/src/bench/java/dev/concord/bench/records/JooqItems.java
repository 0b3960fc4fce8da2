package dev.concord.bench.records;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.UpdatableRecord;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;
import org.jooq.impl.UpdatableRecordImpl;

/** The two tables of items as jOOQ's code generator describes tables. */
class JooqItems<R extends UpdatableRecord<R>> extends TableImpl<R> {
    private static final long serialVersionUID = 1L;

    /** The table without a version column. */
    static final JooqItems<Plain> UNVERSIONED = new JooqItems<>(Item.UNVERSIONED, Plain.class);

    /** The table with one. */
    static final JooqItems<Versioned> VERSIONED = new WithVersion();

    final TableField<R, Long> id = createField(DSL.name("id"), SQLDataType.BIGINT.nullable(false), this);
    final TableField<R, String> name = createField(DSL.name("name"), SQLDataType.VARCHAR(100), this);
    final TableField<R, String> description = createField(DSL.name("description"), SQLDataType.VARCHAR(1000), this);
    final TableField<R, BigDecimal> price = createField(DSL.name("price"), SQLDataType.DECIMAL(12, 2), this);
    final TableField<R, Integer> stock = createField(DSL.name("stock"), SQLDataType.INTEGER, this);
    final TableField<R, Double> weight = createField(DSL.name("weight"), SQLDataType.DOUBLE, this);
    final TableField<R, Boolean> active = createField(DSL.name("active"), SQLDataType.BOOLEAN, this);
    final TableField<R, LocalDate> made = createField(DSL.name("made"), SQLDataType.LOCALDATE, this);
    final TableField<R, LocalDateTime> changed = createField(DSL.name("changed"), SQLDataType.LOCALDATETIME(6), this);

    private final Class<R> row;

    private JooqItems(String name, Class<R> row) {
        super(DSL.name(name));
        this.row = row;
    }

    @Override
    public Class<? extends R> getRecordType() {
        return row;
    }

    @Override
    public UniqueKey<R> getPrimaryKey() {
        return Internal.createUniqueKey(this, DSL.name("pk"), id);
    }

    private static final class WithVersion extends JooqItems<Versioned> {
        private static final long serialVersionUID = 1L;
        private final TableField<Versioned, Integer> version =
                createField(DSL.name("version"), SQLDataType.INTEGER.nullable(false), this);

        WithVersion() {
            super(Item.VERSIONED, Versioned.class);
        }

        @Override
        public TableField<Versioned, Integer> getRecordVersion() {
            return version;
        }
    }

    /** A row of the table with a version column. */
    static final class Versioned extends UpdatableRecordImpl<Versioned> {
        private static final long serialVersionUID = 1L;

        /** Called by jOOQ. */
        Versioned() {
            super(VERSIONED);
        }
    }

    /** A row of the table without. */
    static final class Plain extends UpdatableRecordImpl<Plain> {
        private static final long serialVersionUID = 1L;

        /** Called by jOOQ. */
        Plain() {
            super(UNVERSIONED);
        }
    }
}
