package dev.concord.merge.items;

import java.util.List;
import java.util.Optional;

/**
 * PostgreSQL's arrays as text, as its manual says in "Array Input and Output Syntax". An item is written as the server
 * writes it: in double quotes only where it has to be. An array within an array is one item. Arrays whose first index is
 * not 1, which are written with their bounds in front, are not read.
 *
 * @param delimiter between items: a comma for every type of the server's own but {@code box}
 */
public record PostgresArray(char delimiter) implements ItemSyntax {

    /** Returns the syntax of arrays of a type, by the name of the array's type: {@code text[]} or {@code _text}. */
    public static PostgresArray ofType(String arrayType) {
        return new PostgresArray(arrayType.equals("box[]") || arrayType.equals("_box") ? ';' : ',');
    }

    @Override
    public Optional<List<String>> items(String text) {
        return ArrayReader.read(text, delimiter);
    }

    @Override
    public String text(List<String> items) {
        return "{" + run(items) + "}";
    }

    @Override
    public Optional<List<String>> runItems(String run) {
        return items("{" + run + "}");
    }

    @Override
    public String run(List<String> items) {
        return String.join(String.valueOf(delimiter), items);
    }
}
