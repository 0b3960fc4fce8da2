/** The window and the command line. */
@org.jspecify.annotations.NullMarked
module dev.concord.app {
    requires dev.concord.persistence;
    requires dev.concord.ui;
    requires javafx.controls;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires info.picocli;
    requires com.fasterxml.jackson.databind;
    requires java.logging;

    exports dev.concord.app to
            javafx.graphics;

    opens dev.concord.app.command to
            info.picocli;
}
