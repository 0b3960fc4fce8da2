package dev.concord.app.browse;

import java.util.List;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** The background of what was looked for in the text of a cell. */
final class HitMarks {
    private final Path path = new Path();

    HitMarks() {
        path.getStyleClass().add("hit-mark");
        path.setManaged(false);
        path.setMouseTransparent(true);
    }

    /** Lays the marks behind a text; what is not shown of the text, because it is too long, is not marked. */
    void lay(Text text, List<String> hits) {
        path.getElements().clear();
        String shown = text.getText();
        for (String hit : hits) {
            for (int at = find(shown, hit, 0); at >= 0; at = find(shown, hit, at + hit.length())) {
                path.getElements().addAll(text.rangeShape(at, at + hit.length()));
            }
        }
        path.setLayoutX(text.getLayoutX());
        path.setLayoutY(text.getLayoutY());
    }

    Path node() {
        return path;
    }

    private static int find(String text, String part, int from) {
        for (int at = from; at <= text.length() - part.length(); at++) {
            if (text.regionMatches(true, at, part, 0, part.length())) {
                return at;
            }
        }
        return -1;
    }
}
