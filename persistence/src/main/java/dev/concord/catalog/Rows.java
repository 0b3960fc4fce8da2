package dev.concord.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;

/** Reads the rows of a dictionary's query, which have one row for each column of a key; NULL is read as empty text. */
final class Rows {
    private Rows() {}

    static String text(Record row, String column) {
        String text = row.get(column, String.class);
        return text == null ? "" : text;
    }

    static int number(Record row, String column) {
        Long number = row.get(column, Long.class);
        return number == null ? 0 : Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    static boolean truth(Record row, String column) {
        return Boolean.TRUE.equals(row.get(column, Boolean.class));
    }

    /** Returns one column of several rows. */
    static List<String> texts(List<Record> rows, String column) {
        return rows.stream().map(row -> text(row, column)).toList();
    }

    /** Groups rows by the text of one column; groups and rows keep the query's order. */
    static Map<String, List<Record>> by(String column, List<Record> rows) {
        Map<String, List<Record>> groups = new LinkedHashMap<>();
        for (Record row : rows) {
            groups.computeIfAbsent(text(row, column), name -> new ArrayList<>()).add(row);
        }
        return groups;
    }
}
