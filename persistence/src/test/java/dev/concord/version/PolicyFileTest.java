package dev.concord.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.catalog.TableId;
import dev.concord.version.Guard.VersionKind;
import dev.concord.version.LockingSettings.Resolved;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final TableId CUSTOMER = new TableId("public", "customer");

    @Test
    void aFileSaysHowTablesAreChecked() {
        PolicyFile file = file("""
                locking=required
                locking.attribute=rev
                table.public.customer.locking=optional
                table.public.customer.version=version:integer
                table.stock.checksum=true
                table.stock.ignore=last_seen, last_seen_by
                table.price.include=amount,currency
                """);
        Policies policies = Policies.DEFAULT.withRules(file.rules()).withModes(settings(file));
        assertThat(policies.of(CUSTOMER))
                .isEqualTo(TablePolicy.DEFAULT
                        .withMode(LockingMode.OPTIONAL)
                        .withGuard(new Guard.ByBoth(new Guard.ByColumn("version", VersionKind.INTEGER))));
        assertThat(policies.of(new TableId("public", "stock")))
                .isEqualTo(new TablePolicy(
                        LockingMode.REQUIRED, new Guard.ByDigest(), Set.of("last_seen", "last_seen_by")));
        assertThat(policies.of(new TableId("main", "price")))
                .isEqualTo(TablePolicy.DEFAULT.withMode(LockingMode.REQUIRED).comparingOnly("amount", "currency"));
        assertThat(policies.locking().attribute().value()).isEqualTo("rev");
    }

    @ParameterizedTest
    @CsvSource({"integer, INTEGER", "timestamp, TIMESTAMP", "UUID, UUID", "database, DATABASE"})
    void everyKindOfVersionColumnHasAWord(String word, VersionKind kind) {
        Guard.ByColumn column = new Guard.ByColumn("row:v", kind);
        assertThat(rule("table.customer.version=row:v:" + word).guard())
                .contains(kind == VersionKind.DATABASE ? column : new Guard.ByBoth(column));
    }

    @Test
    void aVersionIsTheProofAloneOnlyWhereTheFileSaysThatEveryWriterMovesIt() {
        Guard.ByColumn column = new Guard.ByColumn("v", VersionKind.INTEGER);
        String version = "table.customer.version=v:integer\ntable.customer.every-writer=";
        assertThat(rule(version + "true").guard()).contains(column);
        assertThat(rule(version + "false").guard()).contains(new Guard.ByBoth(column));
        assertThat(read("table.customer.every-writer=true"))
                .isEqualTo(new InvalidSetting("table.customer.every-writer is given without table.customer.version."));
    }

    @Test
    void theWordOfEarlierVersionsForPostgresMeansTheChecksum() {
        assertThat(rule("table.customer.xmin=true").guard()).contains(new Guard.ByDigest());
    }

    @Test
    void whatAFileDoesNotSayStaysAsItWas() {
        TablePolicy before = TablePolicy.DEFAULT.withGuard(new Guard.ByDigest()).ignoring("seen");
        assertThat(rule("table.customer.checksum=false").applied(before)).isEqualTo(before);
        assertThat(rule("table.customer.include=a").applied(before))
                .isEqualTo(TablePolicy.DEFAULT.withGuard(new Guard.ByDigest()).comparingOnly("a"));
        assertThat(file("")).isEqualTo(PolicyFile.NONE);
    }

    @Test
    void ignoringSomeColumnsAndComparingOnlySomeIsToldInOneSentence() {
        assertThat(read("table.customer.ignore=a\ntable.customer.include=b"))
                .isEqualTo(new InvalidSetting(
                        "table.customer.ignore and table.customer.include are both given; only one of them may be."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loking=required|loking is no setting of a policies file.",
                "table.customer=x|table.customer is no setting of a policies file.",
                "table.customer.verison=v:integer|table.customer.verison is no setting of a policies file.",
                "table.customer.version=v|table.customer.version=v is no column and kind with a colon between.",
                "table.customer.version=v:serial|table.customer.version=v:serial ends with none of integer, timestamp,"
                        + " uuid, database.",
                "table.customer.checksum=yes|table.customer.checksum=yes is neither true nor false."
            })
    void aLineThatIsNotUnderstoodIsToldInOneSentence(String line, String sentence) {
        assertThat(read(line)).isEqualTo(new InvalidSetting(sentence));
    }

    @Test
    void aVersionColumnAndTheChecksumAloneAreNotBothPossible() {
        assertThat(read("table.customer.version=v:integer\ntable.customer.checksum=true"))
                .isEqualTo(new InvalidSetting(
                        "table.customer.version and table.customer.checksum are both given; only one of them may be."));
    }

    @Test
    void aModeThatIsNoneIsToldAsItIsWrittenInTheFile() {
        PolicyFile file = file("table.customer.locking=maybe");
        assertThat(LockingSettings.resolve(file.words()))
                .isEqualTo(new InvalidSetting("table.customer.locking=maybe is none of ignored, optional, required."));
    }

    private static TableRule rule(String line) {
        Optional<TableRule> rule = file(line).rules().of(CUSTOMER);
        return rule.orElseThrow();
    }

    private static LockingSettings settings(PolicyFile file) {
        return ((Resolved) LockingSettings.resolve(file.words())).settings();
    }

    private static PolicyFile file(String lines) {
        return ((PolicyFile.Read) read(lines)).file();
    }

    private static PolicyFile.Reading read(String lines) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(lines));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return PolicyFile.read(properties);
    }

    @Test
    void aTablesNameMayContainDotsAndTheLastWordIsTheSetting() {
        assertThat(file("table.a.b.checksum=true").rules().of(new TableId("a", "b")))
                .map(TableRule::guard)
                .contains(Optional.of(new Guard.ByDigest()));
        assertThat(read("table..checksum=true"))
                .isEqualTo(new InvalidSetting("table..checksum is no setting of a policies file."));
        assertThat(read("tables.a.checksum=true"))
                .isEqualTo(new InvalidSetting("tables.a.checksum is no setting of a policies file."));
    }

    @Test
    void wordsMayHaveSpacesAroundThemAndAnyCase() {
        assertThat(rule("table.customer.checksum= TRUE ").guard()).contains(new Guard.ByDigest());
        assertThat(rule("table.customer.version= v : Integer ").guard())
                .contains(new Guard.ByBoth(new Guard.ByColumn("v", VersionKind.INTEGER)));
        assertThat(rule("table.customer.ignore= a ,, b ,").ignoredColumns()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aVersionWithoutItsColumnIsToldInOneSentence() {
        for (String value : List.of(":integer", " :integer", "")) {
            assertThat(read("table.customer.version=" + value))
                    .isEqualTo(new InvalidSetting("table.customer.version=" + value.strip()
                            + " is no column and kind with a colon between."));
        }
        assertThat(read("table.customer.every-writer=perhaps"))
                .isEqualTo(new InvalidSetting("table.customer.every-writer=perhaps is neither true nor false."));
    }

    @Test
    void theFirstLineThatIsNotValidIsToldByItsName() {
        assertThat(read("table.b.checksum=yes\ntable.a.checksum=no"))
                .isEqualTo(new InvalidSetting("table.a.checksum=no is neither true nor false."));
    }
}
