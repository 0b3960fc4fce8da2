package dev.concord.merge.json;

import java.util.List;

/** Writes a changed JSON text, copying everything that is not changed exactly. */
public final class JsonWriter {
    private final Json root;
    private final Layout layout;
    private final StringBuilder out = new StringBuilder();

    private JsonWriter(Json root) {
        this.root = root;
        this.layout = Layout.of(root);
    }

    /**
     * Writes a changed text.
     *
     * @param root the root of the existing text
     * @param written what takes its place
     */
    public static String write(Json root, JsonRewrite written) {
        JsonWriter writer = new JsonWriter(root);
        writer.out.append(root.before());
        writer.write(written, 0);
        return writer.out.append(root.after()).toString();
    }

    private void write(JsonRewrite written, int depth) {
        switch (written) {
            case JsonRewrite.Kept(Json place) -> out.append(place.text());
            case JsonRewrite.Inserted(Json _, Json value, Layout from) -> bring(value, from, depth);
            case JsonRewrite.Rebuilt(Json place, List<JsonRewrite> content) -> refill(place, content, depth + 1);
        }
    }

    private void refill(Json container, List<JsonRewrite> content, int depth) {
        boolean wasEmpty = container.children().isEmpty();
        if (wasEmpty && content.isEmpty()) {
            out.append(container.text());
            return;
        }
        out.append(container.openingBracket());
        for (int i = 0; i < content.size(); i++) {
            Json place = content.get(i).place();
            if (i > 0) {
                out.append(between(place, depth));
            } else {
                out.append(
                        wasEmpty
                                ? layout.opening(depth)
                                : container.children().getFirst().gap());
            }
            out.append(place.name()).append(own(place) || place.name().isEmpty() ? place.colon() : layout.colon());
            write(content.get(i), depth);
        }
        if (!content.isEmpty()) {
            out.append(wasEmpty ? layout.closing(depth) : container.closing());
        }
        out.append(container.closingBracket());
    }

    private String between(Json place, int depth) {
        if (!own(place)) {
            return layout.separator(depth);
        }
        String gap = place.gap();
        return gap.contains(",") ? gap : "," + gap;
    }

    private void bring(Json value, Layout from, int depth) {
        if (value.children().isEmpty() || from.equals(layout)) {
            out.append(value.text());
            return;
        }
        out.append(value.openingBracket());
        String separator = layout.opening(depth + 1);
        for (Json child : value.children()) {
            out.append(separator).append(child.name()).append(child.name().isEmpty() ? "" : layout.colon());
            bring(child, from, depth + 1);
            separator = layout.separator(depth + 1);
        }
        out.append(layout.closing(depth + 1)).append(value.closingBracket());
    }

    @SuppressWarnings("ReferenceEquality") // Two texts may read alike; only one is written into.
    private boolean own(Json place) {
        return place.source() == root.source();
    }
}
