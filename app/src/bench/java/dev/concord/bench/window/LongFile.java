package dev.concord.bench.window;

import dev.concord.database.Database;
import dev.concord.testing.TestDatabase;

/** H2 files with many rows, or with many columns, made for the benchmarks of the window. */
final class LongFile {
    /** How many rows; a property of the system, for a quick try. */
    static final long ROWS = Long.getLong("bench.rows", 10_000_000L);

    static final long ROWS_OF_A_TOWN = 100;

    private static final long ROWS_OF_WIDE = 20_000;

    private LongFile() {}

    /** A table CUSTOMER whose key has a gap and is denser in its second half, so that rows are not spread evenly over it. */
    static Database customers() {
        Database database = TestDatabase.open(TestDatabase.freshH2File());
        TestDatabase.execute(
                database,
                // Each of these statements takes longer than Concord lets a database take.
                "set query_timeout 0",
                "create table customer (id bigint primary key, name varchar(60) not null, town bigint not null, "
                        + "phone varchar(20), credit decimal(10, 2), orders integer)",
                "insert into customer select case when x < " + ROWS / 2 + " then x * 3 else x + " + ROWS * 3 + " end, "
                        + "'Customer ' || x, mod(x, " + ROWS / ROWS_OF_A_TOWN
                        + "), '+48 12 555 01 99', 12.50, 7 from system_range(1, " + ROWS + ")",
                "create index customer_town on customer (town)",
                "analyze");
        return database;
    }

    /** A table of a number of columns: texts, numbers and dates in turn. */
    static Database wide(int columns) {
        Database database = TestDatabase.open(TestDatabase.freshH2File());
        StringBuilder create = new StringBuilder("create table wide (id bigint primary key");
        StringBuilder insert = new StringBuilder("insert into wide select x");
        for (int i = 1; i < columns; i++) {
            switch (i % 3) {
                case 0 -> {
                    create.append(", text_").append(i).append(" varchar(60)");
                    insert.append(", 'Some words ' || (x + ").append(i).append(")");
                }
                case 1 -> {
                    create.append(", number_").append(i).append(" decimal(12, 2)");
                    insert.append(", x * ").append(i).append(" / 4.0");
                }
                default -> {
                    create.append(", date_").append(i).append(" date");
                    insert.append(", dateadd(day, mod(x * ").append(i).append(", 9000), date '2000-01-01')");
                }
            }
        }
        TestDatabase.execute(database, create + ")", insert + " from system_range(1, " + ROWS_OF_WIDE + ")");
        return database;
    }
}
