package dev.concord.app.shell;

import dev.concord.database.Database;
import dev.concord.testing.TestDatabase;
import dev.concord.ui.sample.SampleScripts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The sample's tables and rows in PostgreSQL, in a schema named as H2 names its own, so that the same journeys begin on either. */
final class SampleOnPostgres {
    private static final List<String> TABLES =
            List.of("country", "supplier", "customer", "product", "order", "order line", "article", "setting");

    private SampleOnPostgres() {}

    /** Creates the tables and copies the rows of the sample in H2. */
    static void copy(Database sample, Database postgres) throws SQLException {
        String schema = SampleScripts.inOrder().getFirst();
        TestDatabase.execute(
                postgres,
                "create schema \"PUBLIC\"",
                "set search_path to \"PUBLIC\"; " + inPostgres(schema) + "; set search_path to default");
        try (Connection from = sample.dataSource().getConnection();
                Connection to = postgres.dataSource().getConnection()) {
            to.setAutoCommit(false);
            for (String table : TABLES) {
                copy(from, to, table);
            }
            to.commit();
        }
    }

    private static String inPostgres(String schema) {
        return schema.replace("character large object", "text")
                .replace("binary large object", "bytea")
                .replace("random_uuid()", "gen_random_uuid()")
                .replace("timestamp(9)", "timestamp(6)")
                .replace("(1 - \"discount\"), 2))", "(1 - \"discount\"), 2)) stored");
    }

    private static void copy(Connection from, Connection to, String table) throws SQLException {
        try (Statement select = from.createStatement();
                ResultSet rows = select.executeQuery("select * from \"" + table + "\"")) {
            ResultSetMetaData shape = rows.getMetaData();
            List<Integer> columns = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (int column = 1; column <= shape.getColumnCount(); column++) {
                if (!shape.getColumnName(column).equals("line_total")) {
                    columns.add(column);
                    names.add("\"" + shape.getColumnName(column) + "\"");
                }
            }
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            try (PreparedStatement insert = to.prepareStatement("insert into \"PUBLIC\".\"" + table + "\" ("
                    + String.join(", ", names) + ") values (" + marks + ")")) {
                while (rows.next()) {
                    for (int place = 0; place < columns.size(); place++) {
                        give(insert, place + 1, rows, columns.get(place));
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            if (names.contains("\"id\"") && shape.getColumnType(1) == Types.INTEGER) {
                try (Statement next = to.createStatement()) {
                    next.execute("select setval(pg_get_serial_sequence('\"PUBLIC\".\"" + table
                            + "\"', 'id'), (select max(\"id\") from \"PUBLIC\".\"" + table + "\"))");
                }
            }
        }
    }

    /** Bytes as bytes, and everything else as text, which PostgreSQL reads as what the column holds. */
    private static void give(PreparedStatement insert, int place, ResultSet rows, int column) throws SQLException {
        if (rows.getMetaData().getColumnType(column) == Types.BLOB) {
            insert.setBytes(place, rows.getBytes(column));
        } else {
            insert.setObject(place, rows.getString(column), Types.OTHER);
        }
    }
}
