package dev.concord.app.control;

import dev.concord.ui.icon.AppIcon;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * A dialog in a window over its owner, in the owner's theme. It blocks its owner; when it closes, the keyboard focus
 * returns to the node that had it. FX thread only.
 */
public final class DialogWindow {
    /** The most a dialog takes of its owner's width and height, from 0 to 1. */
    private static final double SHARE = 0.92;
    /** High enough for a notice and its button, in pixels. */
    private static final double LEAST_HEIGHT = 240;

    private final Stage stage = new Stage();
    private final Optional<Node> focusBefore;

    /**
     * Opens the window, as wide as the content may be and its owner allows, and as high as the content needs at that width.
     *
     * @param cancel what the title bar's close button does; it must end in {@link #close}
     */
    public DialogWindow(Window owner, String title, Parent content, Runnable cancel) {
        this(owner, title, content, cancel, LEAST_HEIGHT);
    }

    /** As above, with a minimum height in pixels. */
    DialogWindow(Window owner, String title, Parent content, Runnable cancel, double leastHeight) {
        Scene below = owner.getScene();
        focusBefore = Optional.ofNullable(below.getFocusOwner());
        StackPane frame = new StackPane(content);
        Scene scene = new Scene(frame);
        scene.getStylesheets().setAll(below.getStylesheets());
        frame.applyCss();
        double width = Math.min(below.getWidth() * SHARE, content.maxWidth(-1));
        double most = below.getHeight() * SHARE;
        // As high as its content needs, because an almost empty window looks as if something were missing.
        frame.setPrefSize(width, Math.min(most, Math.max(leastHeight, frame.prefHeight(width))));
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
        // The height is known when the content has its styles and the window's width.
        content.layout();
        fit(content);
    }

    /** Makes the dialog around a node as high as it may be. Does nothing outside a dialog. */
    public static void makeRoom(Node inside) {
        around(inside).ifPresent(stage -> heighten(stage, Double.MAX_VALUE));
    }

    /** Makes the dialog around its content as high as the content now needs. Does nothing outside a dialog. */
    public static void fit(Parent content) {
        around(content).ifPresent(stage -> {
            content.applyCss();
            double title = stage.getHeight() - stage.getScene().getHeight();
            heighten(stage, title + content.prefHeight(stage.getScene().getWidth()));
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
