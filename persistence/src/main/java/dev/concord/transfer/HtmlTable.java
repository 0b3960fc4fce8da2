package dev.concord.transfer;

import dev.concord.catalog.Column;
import dev.concord.record.Row;
import dev.concord.record.Value;

/**
 * A block of cells as a table in HTML, which spreadsheets prefer to text when they paste: numbers stay numbers in every country, and a
 * text stays the text it is, also where it begins with a zero or looks like a date or a formula. Pure functions.
 */
public final class HtmlTable {
    /** Excel's and LibreOffice's own words for a cell that holds text. */
    private static final String TEXT = " style=\"mso-number-format:'\\@'\" sdnum=\"1033;0;@\"";

    private HtmlTable() {}

    /**
     * Returns the table in a page of its own.
     *
     * @param headers whether the names of the columns are the first row
     */
    public static String of(CellBlock block, boolean headers) {
        StringBuilder html = new StringBuilder(
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=\"utf-8\"></head><body><table>\n");
        if (headers) {
            html.append("<tr>");
            block.names()
                    .forEach(name -> html.append("<th>").append(escaped(name)).append("</th>"));
            html.append("</tr>\n");
        }
        for (Row row : block.rows()) {
            html.append("<tr>");
            for (Column column : block.columns()) {
                cell(html, row.get(column.name()));
            }
            html.append("</tr>\n");
        }
        return html.append("</table></body></html>").toString();
    }

    private static void cell(StringBuilder html, Value value) {
        String text = escaped(value.text());
        switch (value) {
            case Value.Null _ -> html.append("<td></td>");
            case Value.Exact _, Value.Float32 _, Value.Float64 _ ->
                html.append("<td x:num=\"")
                        .append(text)
                        .append("\" sdval=\"")
                        .append(text)
                        .append("\" sdnum=\"1033;\">")
                        .append(text)
                        .append("</td>");
            case Value.Date _, Value.Time _, Value.DateTime _, Value.Moment _, Value.Bool _ ->
                html.append("<td>").append(text).append("</td>");
            case Value.Text _,
                    Value.Malformed _,
                    Value.Uuid _,
                    Value.Json _,
                    Value.Binary _,
                    Value.Other _,
                    Value.Large _ ->
                html.append("<td").append(TEXT).append(">").append(text).append("</td>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\r\n", "\n")
                // Without the style, a spreadsheet goes on in the next row.
                .replace("\n", "<br style=\"mso-data-placement:same-cell\">");
    }
}
