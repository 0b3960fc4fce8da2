package dev.concord.app.control;

import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.hamcrest.Matcher;
import org.testfx.api.FxRobot;
import org.testfx.robot.KeyboardRobot;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/** A robot that looks, as people do, at what is painted: it finds and clicks nothing before it has its place. */
final class LookingRobot extends FxRobot {
    private static final long MOST_MILLIS = 60_000;

    @Override
    public NodeQuery lookup(String query) {
        see();
        return super.lookup(query);
    }

    @Override
    public <T extends Node> NodeQuery lookup(Matcher<T> matcher) {
        see();
        return super.lookup(matcher);
    }

    @Override
    public <T extends Node> NodeQuery lookup(Predicate<T> predicate) {
        see();
        return super.lookup(predicate);
    }

    /** Types as fast as the program takes it, and returns when all of it is painted. */
    @Override
    public FxRobot write(String text) {
        Scene scene = listWindows().stream()
                .filter(Window::isFocused)
                .findFirst()
                .orElseGet(this::targetWindow)
                .getScene();
        for (int i = 0; i < text.length(); i++) {
            char typed = text.charAt(i);
            KeyCode key =
                    switch (typed) {
                        case '\n' -> KeyCode.ENTER;
                        case '\t' -> KeyCode.TAB;
                        default -> KeyCode.UNDEFINED;
                    };
            robotContext().getBaseRobot().typeKeyboard(scene, key, String.valueOf(typed));
        }
        Frames.pass();
        return this;
    }

    /** Returns when it is done and laid out. */
    @Override
    public FxRobot interact(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, task);
        Frames.pass();
        return this;
    }

    /** Types keys one after the other, and returns when all of it is painted. */
    @Override
    public FxRobot type(KeyCode... keys) {
        KeyboardRobot keyboard = robotContext().getKeyboardRobot();
        for (KeyCode key : keys) {
            keyboard.pressNoWait(key);
            keyboard.releaseNoWait(key);
        }
        Frames.pass();
        return this;
    }

    private static void see() {
        if (!Platform.isFxApplicationThread()) {
            Frames.pass();
        }
    }
}
