package dev.concord.app.conflict;

import dev.concord.ui.icon.AppIcon;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window over the main one for the merge or a deletion; when it closes the keyboard goes back where it was. */
public final class ConflictWindow {
    private static final double SHARE = 0.92;
    /** High enough for a notice and its button, in pixels. */
    private static final double LEAST_HEIGHT = 240;

    private final Stage stage = new Stage();
    private final Optional<Node> focusBefore;

    /**
     * Opens the window.
     *
     * @param cancel what the title bar's close button does; it must end in {@link #close}
     */
    public ConflictWindow(Window owner, String title, Parent root, Runnable cancel) {
        Scene below = owner.getScene();
        focusBefore = Optional.ofNullable(below.getFocusOwner());
        StackPane frame = new StackPane(root);
        Scene scene = new Scene(frame);
        scene.getStylesheets().setAll(below.getStylesheets());
        frame.applyCss();
        double width = Math.min(below.getWidth() * SHARE, root.maxWidth(-1));
        double most = below.getHeight() * SHARE;
        // No taller than its fields need: two decisions in an empty window look like something is missing.
        frame.setPrefSize(width, Math.min(most, Math.max(LEAST_HEIGHT, frame.prefHeight(width))));
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
        stage.getIcons().setAll(AppIcon.images());
        stage.setScene(scene);
        stage.setOnCloseRequest(event -> {
            event.consume();
            cancel.run();
        });
        stage.show();
        // What the fields need is known for certain once they have their looks and the window's width.
        root.layout();
        fit(root);
    }

    /** Makes the window around something as high as it may be: a text needs more room than a few fields. */
    static void makeRoom(Node inside) {
        around(inside).ifPresent(stage -> heighten(stage, Double.MAX_VALUE));
    }

    /** Makes the window around something as high as that has come to need: what is said must not hide what it is about. */
    static void fit(Parent inside) {
        around(inside).ifPresent(stage -> {
            inside.applyCss();
            double title = stage.getHeight() - stage.getScene().getHeight();
            heighten(stage, title + inside.prefHeight(stage.getScene().getWidth()));
        });
    }

    private static Optional<Stage> around(Node inside) {
        return Optional.ofNullable(inside.getScene())
                .map(Scene::getWindow)
                .filter(window -> window instanceof Stage stage && stage.getOwner() != null)
                .map(Stage.class::cast);
    }

    private static void heighten(Stage stage, double wanted) {
        Window owner = stage.getOwner();
        double height = Math.min(wanted, owner.getHeight() * SHARE);
        if (stage.getHeight() < height) {
            stage.setHeight(height);
            stage.setY(owner.getY() + (owner.getHeight() - height) / 2);
        }
    }

    /** Closes the window. */
    public void close() {
        stage.hide();
        focusBefore.ifPresent(Node::requestFocus);
    }
}
