package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.concord.version.Guard.VersionKind;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TablePolicyTest {

    @Test
    void theDefaultChecksWhatCarriesATokenByDigest() {
        assertThat(TablePolicy.DEFAULT)
                .isEqualTo(new TablePolicy(LockingMode.OPTIONAL, new Guard.ByDigest(), Set.of(), Set.of()));
    }

    @Test
    void aPolicyIsSaidInWordsOneAfterTheOther() {
        Guard guard = new Guard.ByColumn("version", VersionKind.INTEGER);
        assertThat(TablePolicy.DEFAULT
                        .withGuard(guard)
                        .withMode(LockingMode.REQUIRED)
                        .ignoring("seen", "seen_by"))
                .isEqualTo(new TablePolicy(LockingMode.REQUIRED, guard, Set.of("seen", "seen_by")));
        assertThat(TablePolicy.DEFAULT.comparingOnly("price").comparedColumns()).containsExactly("price");
        assertThat(TablePolicy.DEFAULT.ignoring("seen").ignoring().comparingOnly("price"))
                .isEqualTo(TablePolicy.DEFAULT.comparingOnly("price"));
    }

    @Test
    void ignoringSomeColumnsAndComparingOnlySomeIsRefusedInOneSentence() {
        assertThatThrownBy(() -> TablePolicy.DEFAULT.ignoring("seen").comparingOnly("price"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A table's policy names either the columns to ignore or the only ones to compare, not both.");
        assertThatThrownBy(() -> TablePolicy.DEFAULT.comparingOnly("price").ignoring("seen"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theVersionColumnIsNobodysToEditHoweverItMoves() {
        Guard.ByColumn column = new Guard.ByColumn("v", VersionKind.DATABASE);
        assertThat(versionColumns(column)).containsExactly("v");
        assertThat(versionColumns(new Guard.ByBoth(column))).containsExactly("v");
        assertThat(versionColumns(new Guard.ByFunction("v", old -> old))).containsExactly("v");
        assertThat(versionColumns(new Guard.ByDigest())).isEmpty();
    }

    private static Set<String> versionColumns(Guard guard) {
        return TablePolicy.DEFAULT.withGuard(guard).versionColumns();
    }
}
