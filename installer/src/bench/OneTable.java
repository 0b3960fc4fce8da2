package bench;

import java.util.List;
import java.util.stream.IntStream;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * What a JavaFX window with rows costs before there is a program around it: JavaFX's own table and look, five columns, and rows
 * that are known already. With an argument it closes by itself.
 */
final class OneTable {
    private OneTable() {}

    public static void main(String[] arguments) {
        Platform.startup(() -> {
            TableView<List<String>> table = new TableView<>(FXCollections.observableList(IntStream.range(1, 52)
                    .mapToObj(i -> List.of("" + i, "Customer " + i, "555-" + i, "Kraków", "1"))
                    .toList()));
            for (int i = 0; i < 5; i++) {
                int place = i;
                TableColumn<List<String>, String> column = new TableColumn<>("column " + i);
                column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue().get(place)));
                column.setPrefWidth(200);
                table.getColumns().add(column);
            }
            Stage stage = new Stage();
            stage.setTitle("One table");
            stage.setScene(new Scene(table, 1280, 800));
            stage.show();
            if (arguments.length > 0) {
                PauseTransition pause = new PauseTransition(Duration.seconds(2));
                pause.setOnFinished(ended -> Platform.exit());
                pause.play();
            }
        });
    }
}
