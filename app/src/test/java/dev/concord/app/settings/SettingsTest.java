package dev.concord.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.version.Guard;
import dev.concord.version.Policies;
import dev.concord.version.TablePolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final TableId ORDER = new TableId("public", "order");

    @Test
    void theLatestDatabaseComesFirst() {
        Settings settings = Settings.DEFAULT.withRecent(recent("a")).withRecent(recent("b"));
        assertThat(settings.recents()).containsExactly(recent("b"), recent("a"));
    }

    @Test
    void aDatabaseOpenedAgainMovesToTheFrontAsItWasOpenedNow() {
        Settings settings = Settings.DEFAULT.withRecent(recent("a")).withRecent(recent("b"));
        Recent again = new Recent("a", "ada", false);
        assertThat(settings.withRecent(again).recents()).containsExactly(again, recent("b"));
    }

    @Test
    void anotherUserIsAnotherEntry() {
        Recent other = new Recent("a", "grace", true);
        assertThat(Settings.DEFAULT.withRecent(recent("a")).withRecent(other).recents())
                .hasSize(2);
    }

    @Test
    void onlyTenAreRemembered() {
        Settings settings = Settings.DEFAULT;
        for (int i = 0; i < 12; i++) {
            settings = settings.withRecent(recent("db" + i));
        }
        assertThat(settings.recents()).hasSize(10).startsWith(recent("db11")).endsWith(recent("db2"));
    }

    @Test
    void aForgottenDatabaseIsGone() {
        Settings settings = Settings.DEFAULT.withRecent(recent("a")).withRecent(recent("b"));
        assertThat(settings.withoutRecent(recent("a")).recents()).containsExactly(recent("b"));
    }

    @Test
    void aConfirmedPolicyBelongsToOneDatabaseWhateverThePasswordInItsAddress() {
        TablePolicy policy = TablePolicy.DEFAULT.withGuard(new Guard.ByColumn("version", Guard.VersionKind.INTEGER));
        Settings settings = Settings.DEFAULT.withPolicy(DatabaseSettings.of("mysql://ada:old@db/shop"), ORDER, policy);

        assertThat(settings.policiesOf(DatabaseSettings.of("mysql://ada:new@db/shop"))
                        .of(ORDER))
                .isEqualTo(policy);
        assertThat(settings.policiesOf(DatabaseSettings.of("mysql://db/other"))).isEqualTo(Policies.DEFAULT);
    }

    @Test
    void aRecentDatabaseOpensWithoutItsPassword() {
        Recent recent = Recent.of(new DatabaseSettings("mysql://db/shop", "ada", new Secret("x"), true));
        assertThat(recent.toOpen()).isEqualTo(new DatabaseSettings("mysql://db/shop", "ada", Secret.NONE, true));
    }

    @Test
    void aWindowIsNeverTooSmallToSee() {
        WindowPlace place = new WindowPlace(-5, Double.NaN, false, List.of(200.0, -7.0));
        assertThat(place).isEqualTo(new WindowPlace(640, 800, false, List.of()));
    }

    private static Recent recent(String address) {
        return new Recent(address, "ada", true);
    }
}
