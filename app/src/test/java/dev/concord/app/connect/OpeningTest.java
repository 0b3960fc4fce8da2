package dev.concord.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.Table;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.InsertOutcome;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Value;
import dev.concord.version.Policies;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    private final Opening opening = new Opening(settings -> Policies.DEFAULT);

    @TempDir
    Path folder = Path.of("");

    @Test
    void aSqliteFileOpenedForReadingIsOpenedForEditingBesideIt() throws SQLException {
        String file = DatabaseFiles.sqlite(folder).toString();
        editedBeside(new DatabaseSettings(file, "", Secret.NONE, true));
    }

    @Test
    void theSameUserAndPasswordOpenAnH2FileForEditing() throws SQLException {
        String file = DatabaseFiles.h2(folder).toString();
        editedBeside(new DatabaseSettings(file, "ada", new Secret(DatabaseFiles.PASSWORD), true));
    }

    private void editedBeside(DatabaseSettings readOnly) {
        try (OpenDatabase reading = opened(opening.open(readOnly))) {
            assertThat(insert(reading)).isInstanceOf(Outcome.Refused.class);
            try (OpenDatabase editing = opened(opening.forEditing(reading))) {
                assertThat(editing.settings().readOnly()).isFalse();
                assertThat(insert(editing)).isInstanceOf(Outcome.Saved.class);
            }
        }
    }

    private static InsertOutcome insert(OpenDatabase database) {
        Table first = database.catalog()
                .table(database.catalog().tables().getFirst().id())
                .orElseThrow();
        Draft draft = Draft.newRow(first.id()).with(first.columns().getFirst().name(), Value.of(1));
        return database.store().insert(draft);
    }

    private static OpenDatabase opened(Opening.Result result) {
        return ((Opening.Opened) result).open();
    }
}
