package dev.concord.bench.records;

import dev.concord.database.Database;
import dev.concord.testing.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The row all of them save, as somebody would write it down by hand: ten columns, one of them changed each time. */
record Item(
        long id,
        String name,
        String description,
        BigDecimal price,
        int stock,
        double weight,
        boolean active,
        LocalDate made,
        LocalDateTime changed,
        int version) {
    static final String VERSIONED = "item";
    static final String UNVERSIONED = "plain_item";
    static final int ROWS = 10_000;
    static final String COLUMNS = """
            "id", "name", "description", "price", "stock", "weight", "active", "made", "changed", "version\"""";

    private static final String DEFINITION = """
            "id" bigint not null primary key,
            "name" varchar(100) not null,
            "description" varchar(1000) not null,
            "price" decimal(12, 2) not null,
            "stock" integer not null,
            "weight" double precision not null,
            "active" boolean not null,
            "made" date not null,
            "changed" timestamp(6) not null
            """;
    private static final int BATCH = 1000;

    /** Creates and fills the table with a version column and the one without. */
    static void fill(Database database) {
        TestDatabase.execute(database, creation(VERSIONED), "create table \"plain_item\" (" + DEFINITION + ")");
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement versioned =
                        connection.prepareStatement("insert into \"item\" values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)");
                PreparedStatement plain =
                        connection.prepareStatement("insert into \"plain_item\" values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            insert(versioned);
            insert(plain);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The statement that makes a table with a version column. */
    static String creation(String name) {
        return "create table \"" + name + "\" (" + DEFINITION + ", \"version\" integer not null)";
    }

    private static void insert(PreparedStatement insert) throws SQLException {
        for (int id = 0; id < ROWS; id++) {
            insert.setLong(1, id);
            insert.setString(2, "Item number " + id);
            insert.setString(3, "A thing that has its price, its weight and its place on a shelf. ".repeat(3));
            insert.setBigDecimal(4, BigDecimal.valueOf(id, 2));
            insert.setInt(5, 0);
            insert.setDouble(6, id / 7d);
            insert.setBoolean(7, true);
            insert.setObject(8, LocalDate.EPOCH.plusDays(id));
            insert.setObject(9, LocalDate.EPOCH.atStartOfDay().plusSeconds(id));
            insert.addBatch();
            if (id % BATCH == BATCH - 1) {
                insert.executeBatch();
            }
        }
    }

    /** Reads the row a result set stands on, its columns being {@link #COLUMNS}. */
    static Item read(ResultSet result) throws SQLException {
        return new Item(
                result.getLong(1),
                result.getString(2),
                result.getString(3),
                result.getBigDecimal(4),
                result.getInt(5),
                result.getDouble(6),
                result.getBoolean(7),
                result.getObject(8, LocalDate.class),
                result.getObject(9, LocalDateTime.class),
                result.getInt(10));
    }
}
