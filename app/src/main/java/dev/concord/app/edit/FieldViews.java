package dev.concord.app.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;

/**
 * Makes the fields of a form: as many as are seen at once, and then a few in each pulse, because the style and layout of two hundred take
 * seconds. A field that is asked for is made at once. FX thread only.
 */
final class FieldViews {
    /** Made in one pulse, between which keys and clicks are answered. */
    private static final int AT_ONCE = 5;

    private final FieldRows pane;
    private final Function<FieldModel, FieldView> maker;
    private final Map<FieldModel, FieldView> made = new LinkedHashMap<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            make(AT_ONCE);
        }
    };
    private List<FieldModel> wanted = List.of();

    /** Makes nothing yet. */
    FieldViews(FieldRows pane, Function<FieldModel, FieldView> maker) {
        this.pane = pane;
        this.maker = maker;
    }

    /**
     * Shows other fields.
     *
     * @param seen how many of those that are not hidden are seen at once
     */
    void show(List<FieldModel> fields, int seen) {
        made.clear();
        wanted = List.copyOf(fields);
        pane.clear();
        timer.start();
        make(seen);
    }

    /** Makes the next fields, so many of them not hidden. */
    private void make(int most) {
        List<FieldView> more = new ArrayList<>();
        int left = most;
        while (left > 0 && made.size() < wanted.size()) {
            FieldModel next = wanted.get(made.size());
            FieldView view = maker.apply(next);
            made.put(next, view);
            more.add(view);
            left -= next.shown().get() ? 1 : 0;
        }
        pane.add(more, wanted.size() - made.size());
        if (made.size() == wanted.size()) {
            timer.stop();
        }
    }

    /** Returns a field; it is made, and all before it, when it is not there yet. */
    Optional<FieldView> of(FieldModel field) {
        if (!made.containsKey(field) && wanted.contains(field)) {
            make(wanted.size());
        }
        return Optional.ofNullable(made.get(field));
    }

    /** The fields made so far. */
    Stream<FieldView> made() {
        return made.values().stream();
    }
}
