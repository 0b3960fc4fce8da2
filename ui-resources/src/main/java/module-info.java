/** Theme tokens, icons, message bundles and sample data, with the few classes that load them. */
@org.jspecify.annotations.NullMarked
module dev.concord.ui {
    requires transitive org.jspecify;
    requires transitive javafx.graphics;
    requires atlantafx.base;
    requires org.kordamp.ikonli.core;
    requires transitive org.kordamp.ikonli.javafx;
    requires org.kordamp.ikonli.feather;

    exports dev.concord.ui.theme;
    exports dev.concord.ui.icon;
    exports dev.concord.ui.text;
    exports dev.concord.ui.sample;
}
