package dev.concord.app.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.database.Database;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Scripts;
import dev.concord.query.Page;
import dev.concord.query.PageRequest;
import dev.concord.ui.text.Texts;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleDatabaseTest {
    @TempDir
    Path folder;

    private SampleDatabase sample;

    @BeforeEach
    void prepare() {
        sample = new SampleDatabase(folder.resolve("data"), Texts.of(Locale.UK));
    }

    @Test
    void itIsMadeWhenFirstOpened() throws SQLException, IOException {
        try (OpenDatabase database = open()) {
            assertThat(database.sample()).isTrue();
            assertThat(database.label()).isEqualTo("Sample database");
            assertThat(database.database().readOnly()).isFalse();
            assertThat(customers(database)).isGreaterThan(300);
        }
        try (var files = Files.list(folder.resolve("data"))) {
            // H2 may leave its own diary, sample.trace.db, on a machine under load.
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("sample.mv.db")
                    .allMatch(name -> name.startsWith("sample."));
        }
    }

    @Test
    void whatWasChangedInItIsThereNextTime() throws SQLException {
        try (OpenDatabase database = open()) {
            Scripts.run(database.database(), List.of("delete from \"stock_movement\""));
        }
        try (OpenDatabase database = open()) {
            assertThat(number(database, "stock_movement")).isZero();
        }
    }

    @Test
    void madeAnewItIsAsOnTheFirstDay() throws SQLException {
        try (OpenDatabase database = open()) {
            long movements = number(database, "stock_movement");
            Scripts.run(database.database(), List.of("delete from \"stock_movement\"", "create table x (i int)"));
            sample.reset(database);

            assertThat(number(database, "stock_movement")).isEqualTo(movements);
            assertThat(database.catalog().tables())
                    .noneMatch(table -> table.id().name().equals("X"));
        }
    }

    @Test
    void onlyTheSampleIsEverMadeAnew() throws SQLException {
        Path file = DatabaseFiles.sqlite(folder);
        DatabaseSettings settings = DatabaseSettings.of(file.toString());
        Opening.Result result = new Opening(ignored -> Policies.DEFAULT).open(settings);
        try (OpenDatabase other = ((Opening.Opened) result).open()) {
            assertThatThrownBy(() -> sample.reset(other)).isInstanceOf(IllegalArgumentException.class);
            assertThat(other.catalog().tables()).hasSize(3);
        }
    }

    @Test
    void twoWindowsShareIt() throws SQLException {
        try (OpenDatabase first = open();
                OpenDatabase second = open()) {
            Scripts.run(first.database(), List.of("delete from \"stock_movement\""));
            assertThat(number(second, "stock_movement")).isZero();
        }
    }

    @Test
    void itsTablesAreGuardedEachInItsWay() {
        try (OpenDatabase database = open()) {
            for (String name : List.of("customer", "order", "article")) {
                Table table = database.catalog().table(id(name)).orElseThrow();
                Guard guard = SampleDatabase.POLICIES.of(table.id()).guard();
                assertThat(guard).isInstanceOfSatisfying(Guard.ByBoth.class, both -> assertThat(
                                table.column(both.column().column()))
                        .isPresent());
                assertThat(SampleDatabase.POLICIES.undecided(table)).isEmpty();
            }
            assertThat(SampleDatabase.POLICIES.of(id("product")).guard()).isEqualTo(new Guard.ByDigest());
        }
    }

    @Test
    void itsRowsAreRead() {
        try (OpenDatabase database = open()) {
            Page page = database.store().page(PageRequest.first(id("customer"), List.of(), 20));
            assertThat(page.rows()).hasSize(20);
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsToldAndLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("data"), "in the way");

        assertThat(sample.open()).isInstanceOfSatisfying(Opening.Failed.class, failed -> assertThat(
                        failed.why().subject())
                .contains("sample.mv.db"));
    }

    private OpenDatabase open() {
        return ((Opening.Opened) sample.open()).open();
    }

    private static TableId id(String name) {
        return new TableId("PUBLIC", name);
    }

    private static long customers(OpenDatabase database) throws SQLException {
        return number(database, "customer");
    }

    private static long number(OpenDatabase open, String table) throws SQLException {
        Database database = open.database();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("select count(*) from \"" + table + "\"")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
