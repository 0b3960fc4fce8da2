package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedAddressTest {
    private static final Path FOLDER = Path.of("").toAbsolutePath().getRoot().resolve("home");

    @ParameterizedTest
    @CsvSource({
        "shop.db, '', shop.db, ''",
        "' ./shop.db ', '', shop.db, ''",
        "old/../shop?;.db, '', shop?;.db, ''",
        "jdbc:h2:./shop, jdbc:h2:, shop, ''",
        "jdbc:h2:file:a/shop;USER=ana;PASSWORD=./x, jdbc:h2:file:, a/shop, ;USER=ana;PASSWORD=./x",
        "JDBC:sqlite:shop.db, JDBC:sqlite:, shop.db, ''"
    })
    void aRelativeFileIsInTheFolderItWasTypedIn(String written, String before, String file, String after) {
        assertThat(typed(written)).isEqualTo(before + FOLDER.resolve(file) + after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~/shop.db",
                "jdbc:h2:~/shop",
                "jdbc:h2:mem:shop",
                "jdbc:h2:tcp://host/./shop",
                "jdbc:sqlite::memory:",
                "jdbc:postgresql://host/shop",
                "postgresql:shop",
                "mariadb://host/shop",
                "jdbc:oracle:thin:@h",
                "jdbc:h2:"
            })
    void anyOtherAddressStaysAsItIs(String written) {
        assertThat(typed(written)).isEqualTo(written);
    }

    @Test
    void anAbsoluteFileStaysAsItIs() {
        String file = FOLDER.resolve("shop.db").toString();
        assertThat(typed(file)).isEqualTo(file);
        assertThat(typed("jdbc:h2:" + file)).isEqualTo("jdbc:h2:" + file);
    }

    private static String typed(String written) {
        return DatabaseSettings.of(written).typedIn(FOLDER).address();
    }
}
