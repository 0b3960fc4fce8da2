package dev.concord.app.connect;

import dev.concord.ui.text.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;

/** A field for a path, which is typed or chosen. */
final class FileField extends HBox {
    private final TextField path = new TextField();
    private final Texts texts;

    FileField(StringProperty file, Texts texts) {
        this.texts = texts;
        path.setPromptText(texts.get("connect.file.prompt"));
        path.textProperty().bindBidirectional(file);
        Button browse = new Button(texts.get("connect.browse"));
        browse.setMnemonicParsing(true);
        browse.setMinWidth(USE_PREF_SIZE);
        browse.setOnAction(pressed -> choose(this::ask));
        getStyleClass().add("connect-file");
        HBox.setHgrow(path, Priority.ALWAYS);
        getChildren().addAll(path, browse);
    }

    TextField path() {
        return path;
    }

    /** Asks for a file, and sets the path to the file chosen, if any. */
    void choose(Supplier<Optional<Path>> question) {
        question.get().ifPresent(file -> path.setText(file.toString()));
        path.requestFocus();
        path.end();
    }

    private Optional<Path> ask() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("connect.browse.title"));
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter(
                                texts.get("connect.browse.databases"),
                                "*.sqlite",
                                "*.sqlite3",
                                "*.db",
                                "*.db3",
                                "*.mv.db"),
                        new FileChooser.ExtensionFilter(texts.get("connect.browse.all"), "*"));
        folder().ifPresent(chooser::setInitialDirectory);
        return Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                .map(File::toPath);
    }

    private Optional<File> folder() {
        return Optional.ofNullable(new File(path.getText()).getAbsoluteFile().getParentFile())
                .filter(File::isDirectory);
    }
}
