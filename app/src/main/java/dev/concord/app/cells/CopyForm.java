package dev.concord.app.cells;

/** How cells are written when they are copied. */
public enum CopyForm {
    /** Separated by tabs, as spreadsheets paste them; one cell alone is its bare text. */
    TABS("copy.tabs"),
    /** The same with the names of the columns in the first line. */
    HEADERS("copy.headers"),
    CSV("copy.csv"),
    JSON("copy.json"),
    MARKDOWN("copy.markdown"),
    /** One INSERT for each row. */
    INSERT("copy.insert");

    private final String words;

    CopyForm(String words) {
        this.words = words;
    }

    /** The key of its words. */
    public String words() {
        return words;
    }
}
