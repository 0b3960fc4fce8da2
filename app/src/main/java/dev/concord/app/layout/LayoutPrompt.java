package dev.concord.app.layout;

import java.util.List;

/** Asks and tells a person what concerns the layout of the table shown. FX thread only. */
public interface LayoutPrompt {
    /** For a layout that nobody looks at. */
    LayoutPrompt NONE = new LayoutPrompt() {
        @Override
        public void columns() {}

        @Override
        public void name() {}

        @Override
        public void named() {}

        @Override
        public void forgotten(String view, Runnable back) {}

        @Override
        public void incomplete(String view, List<String> missing) {}
    };

    /** Asks which columns are shown, and where; see {@link ColumnsModel}. */
    void columns();

    /** Asks for the name of the view to keep; see {@link ViewNameModel}. */
    void name();

    /** Records are named by another column from now on: what shows names reads them again. */
    void named();

    /**
     * A view is kept no longer.
     *
     * @param back keeps it again
     */
    void forgotten(String view, Runnable back);

    /**
     * A view is shown without some of its conditions, so that it may show more rows than it did.
     *
     * @param missing the columns that it filtered and that are there no more
     */
    void incomplete(String view, List<String> missing);
}
