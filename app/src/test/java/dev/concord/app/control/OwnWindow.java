package dev.concord.app.control;

import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Gives every test under the robot a window nobody had before: its {@link Start} method gets a new stage, which takes
 * the size of the scene it is given. A stage remembers every size it was ever told, so one shared by all tests is as
 * wide as the last of them left it. The screen is empty and the hands off the keyboard before and after each test.
 */
public final class OwnWindow implements BeforeEachCallback, AfterTestExecutionCallback, ParameterResolver {
    private static final long MOST_MILLIS = 60_000;

    private final FxRobot robot = new LookingRobot();

    @Override
    public void beforeEach(ExtensionContext context) throws TimeoutException {
        // Only starts the toolkit: its first stage is never shown.
        FxToolkit.registerPrimaryStage();
        clear();
        onFxThread(() -> start(context.getRequiredTestInstance()));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) throws TimeoutException {
        clear();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType().equals(FxRobot.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return robot;
    }

    private static void start(Object test) {
        Stage stage = new Stage();
        AnnotationSupport.findAnnotatedMethods(test.getClass(), Start.class, HierarchyTraversalMode.TOP_DOWN)
                .forEach(start -> ReflectionSupport.invokeMethod(start, test, stage));
    }

    private void clear() throws TimeoutException {
        // Before the windows go, or a button is held down for ever: no window is left to hear that it was released.
        if (isHeldDown()) {
            FxToolkit.cleanupInput(robot);
        }
        onFxThread(() -> {
            List.copyOf(Window.getWindows()).forEach(Window::hide);
            Application.setUserAgentStylesheet(null);
            new Robot().mouseMove(0, 0);
        });
    }

    private boolean isHeldDown() {
        return !robot.robotContext().getKeyboardRobot().getPressedKeys().isEmpty()
                || !robot.robotContext().getMouseRobot().getPressedButtons().isEmpty();
    }

    /** Returns when it is done and laid out: the toolkit's own way waits for a twentieth of a second besides. */
    private static void onFxThread(Runnable task) {
        WaitForAsyncUtils.waitForAsyncFx(MOST_MILLIS, task);
        Frames.pass();
    }
}
