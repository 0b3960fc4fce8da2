package dev.concord.app.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectFieldsTest {
    private final ConnectFields fields = new ConnectFields();

    @Test
    void aPastedServerFillsTheFields() {
        fields.address().set("jdbc:mysql://db.example:3307/shop%20two?sslMode=verify-full");

        assertThat(fields.kind().get()).isEqualTo(DatabaseKind.MARIADB);
        assertThat(fields.host().get()).isEqualTo("db.example");
        assertThat(fields.port().get()).isEqualTo("3307");
        assertThat(fields.database().get()).isEqualTo("shop two");
    }

    @Test
    void aChangedFieldChangesItsPlaceInTheAddressOnly() {
        fields.address().set("jdbc:mysql://db.example:3307/shop%20two?sslMode=verify-full");
        fields.host().set("db2.example");

        assertThat(fields.address().get()).isEqualTo("jdbc:mysql://db2.example:3307/shop%20two?sslMode=verify-full");
    }

    @Test
    void filledInFieldsWriteTheAddress() {
        fields.kind().set(DatabaseKind.MARIADB);
        fields.host().set("db");
        fields.port().set("3310");
        fields.database().set("my shop");

        assertThat(fields.address().get()).isEqualTo("mariadb://db:3310/my%20shop");
    }

    @Test
    void anotherKindKeepsTheHostAndLeavesTheOldKindsSettingsBehind() {
        fields.address().set("postgresql://db/shop?sslmode=require");
        fields.kind().set(DatabaseKind.MARIADB);

        assertThat(fields.address().get()).isEqualTo("mariadb://db/shop");
    }

    @Test
    void emptyFieldsAreNoAddress() {
        fields.host().set("db");
        fields.host().set("");

        assertThat(fields.address().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/shop.sqlite", "C:\\data\\shop.db", "~/shop.db", "jdbc:sqlite:/data/shop.sqlite"})
    void aFileIsShownAsSqlite(String address) {
        fields.address().set(address);

        assertThat(fields.kind().get()).isEqualTo(DatabaseKind.SQLITE);
        assertThat(fields.file().get()).isEqualTo(address.replace("jdbc:sqlite:", ""));
        assertThat(fields.address().get()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/data/shop.mv.db", "jdbc:h2:file:/data/shop", "jdbc:h2:/data/shop;CIPHER=AES"})
    void anH2FileIsShownAsOne(String address) {
        fields.address().set(address);

        assertThat(fields.kind().get()).isEqualTo(DatabaseKind.H2);
        assertThat(fields.file().get()).startsWith("/data/shop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:x", "jdbc:h2:tcp://host/x", "jdbc:oracle:thin:@host", "ftp://host/x"})
    void whatTheFieldsCannotShowStaysAsItIs(String address) {
        fields.address().set(address);
        fields.tidy();

        assertThat(fields.applicable().get()).isFalse();
        assertThat(fields.address().get()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ada:s%20ecret@db/shop",
                "jdbc:postgresql://db/shop?user=ada&password=s%20ecret",
                "jdbc:mariadb://ada:s%20ecret@db/shop?useSsl=true",
                "jdbc:h2:/data/shop;USER=ada;PASSWORD=s ecret;CIPHER=AES",
                "jdbc:h2:tcp://db/shop;user=ada;password=s ecret"
            })
    void userAndPasswordMoveFromTheAddressToTheirFields(String address) {
        fields.address().set(address);
        assertThat(fields.address().get()).isEqualTo(address);
        fields.tidy();

        assertThat(fields.user().get()).isEqualTo("ada");
        assertThat(fields.password().get()).isEqualTo("s ecret");
        assertThat(fields.address().get()).doesNotContain("ecret").doesNotContain("ada");
    }

    @Test
    void tidyingKeepsTheOtherSettings() {
        fields.address().set("jdbc:postgresql://db/shop?user=ada&sslmode=require&password=x");
        fields.tidy();

        assertThat(fields.address().get()).isEqualTo("jdbc:postgresql://db/shop?sslmode=require");
    }

    @Test
    void aTypedPasswordSurvivesAnAddressWithoutOne() {
        fields.password().set("typed");
        fields.address().set("postgresql://db/shop");
        fields.tidy();

        assertThat(fields.password().get()).isEqualTo("typed");
    }

    @Test
    void starsAreNoPassword() {
        fields.address().set("postgresql://ada:***@db/shop");
        fields.tidy();

        assertThat(fields.user().get()).isEqualTo("ada");
        assertThat(fields.password().get()).isEmpty();
    }

    @Test
    void everyDatabaseIsOpenedReadOnlyUntilSwitched() {
        assertThat(fields.readOnly().get()).isTrue();
    }
}
