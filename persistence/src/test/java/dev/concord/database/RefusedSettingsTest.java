package dev.concord.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.OpenOutcome.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://example.org/x.sql' | INIT",
                "jdbc:h2:mem:x;init=CREATE ALIAS A AS 'x' | init",
                "jdbc:h2:mem:x;MODE=Oracle;InIt=x | InIt",
                "jdbc:h2:mem:x;;INIT=x | INIT",
                "jdbc:h2:mem:x;%49NIT=x | %49NIT",
                "jdbc:h2:mem:x;MODE=A\\;INIT=x | MODE",
                "JDBC:H2:mem:x;INIT=x | INIT",
                "jdbc:h2:tcp://host/x;FORBID_CREATION=FALSE | FORBID_CREATION",
                "jdbc:h2:file:/tmp/x;IFEXISTS=FALSE | IFEXISTS",
                "jdbc:h2:file:/tmp/x;CREATE=TRUE | CREATE",
                "jdbc:h2:mem:x;TRACE_LEVEL_FILE=4 | TRACE_LEVEL_FILE",
                "jdbc:h2:mem:x;JAVA_OBJECT_SERIALIZER='evil.Type' | JAVA_OBJECT_SERIALIZER",
                "jdbc:h2:mem:x;DATABASE_EVENT_LISTENER='evil.Type' | DATABASE_EVENT_LISTENER",
                "jdbc:h2:mem:x;AUTHENTICATOR=x | AUTHENTICATOR",
                "jdbc:h2:mem:x;AUTHREALM=x | AUTHREALM",
                "jdbc:h2:file:/tmp/x;FILE_LOCK=NO | FILE_LOCK",
                "jdbc:h2:mem:x;BUILTIN_ALIAS_OVERRIDE=TRUE | BUILTIN_ALIAS_OVERRIDE",
                "jdbc:h2:mem:x;IGNORE_UNKNOWN_SETTINGS=TRUE | IGNORE_UNKNOWN_SETTINGS",
                "jdbc:h2:mem:x;REFERENTIAL_INTEGRITY=FALSE | REFERENTIAL_INTEGRITY",
                "jdbc:postgresql://h/d?socketFactory=evil.Type | socketFactory",
                "jdbc:postgresql://h/d?socketFactoryArg=http://example.org/x.xml | socketFactoryArg",
                "jdbc:postgresql://h/d?sslfactory=evil.Type&sslfactoryarg=x | sslfactory",
                "jdbc:postgresql://h/d?sslmode=require&sslfactoryarg=x | sslfactoryarg",
                "jdbc:postgresql://h/d?sslhostnameverifier=evil.Type | sslhostnameverifier",
                "jdbc:postgresql://h/d?sslpasswordcallback=evil.Type | sslpasswordcallback",
                "jdbc:postgresql://h/d?authenticationPluginClassName=evil.Type | authenticationPluginClassName",
                "jdbc:postgresql://h/d?xmlFactoryFactory=evil.Type | xmlFactoryFactory",
                "jdbc:postgresql://h/d?connectExecutor=evil.Type | connectExecutor",
                "jdbc:postgresql://h/d?loggerLevel=TRACE&loggerFile=/tmp/x | loggerLevel",
                "jdbc:postgresql://h/d?loggerFile=/tmp/x.jsp | loggerFile",
                "jdbc:postgresql://h/d?service=x | service",
                "jdbc:postgresql://h/d?options=-c%20row_security%3Doff | options",
                "jdbc:postgresql://h/d?jaasLogin=true | jaasLogin",
                "jdbc:postgresql://h/d?socket%46actory=evil.Type | socketFactory",
                "jdbc:postgresql://h/d?%73ocketFactory=evil.Type | socketFactory",
                "jdbc:postgresql://h/d?&&SOCKETFACTORY=evil.Type | SOCKETFACTORY",
                "jdbc:postgresql://h/d?PGHOST=elsewhere | PGHOST",
                "postgres://u:p@h/d?socketFactory=evil.Type | socketFactory",
                "jdbc:mariadb://h/d?allowLocalInfile=true | allowLocalInfile",
                "jdbc:mysql://h/d?allowLoadLocalInfile=true | allowLoadLocalInfile",
                "jdbc:mysql://h/d?allowUrlInLocalInfile=true | allowUrlInLocalInfile",
                "jdbc:mysql://h/d?autoDeserialize=true | autoDeserialize",
                "jdbc:mysql://h/d?queryInterceptors=evil.Type | queryInterceptors",
                "jdbc:mysql://h/d?statementInterceptors=evil.Type | statementInterceptors",
                "jdbc:mariadb://h/d?socketFactory=evil.Type | socketFactory",
                "jdbc:mariadb://h/d?tlsSocketType=evil | tlsSocketType",
                "jdbc:mariadb://h/d?credentialType=evil | credentialType",
                "jdbc:mariadb://h/d?localSocket=/tmp/x | localSocket",
                "jdbc:mariadb://h/d?pipe=x | pipe",
                "jdbc:mariadb://h/d?serverRsaPublicKeyFile=/etc/passwd | serverRsaPublicKeyFile",
                "jdbc:mariadb://h/d?keyStore=/tmp/x | keyStore",
                "jdbc:mariadb://h/d?initSql=DROP%20TABLE%20x | initSql",
                "jdbc:mariadb://h/d?sessionVariables=sql_mode='' | sessionVariables",
                "jdbc:mariadb://h/d?allowMultiQueries=true | allowMultiQueries",
                "jdbc:mariadb://h/d?useAffectedRows=true | useAffectedRows",
                "jdbc:mysql://h/d?USEAFFECTEDROWS=true | USEAFFECTEDROWS",
                "jdbc:mariadb://h/d?createDatabaseIfNotExist=true | createDatabaseIfNotExist",
                "jdbc:sqlite:/tmp/x.db?enable_load_extension=true | enable_load_extension",
                "jdbc:sqlite:/tmp/x.db?journal_mode=WAL | journal_mode"
            })
    void aSettingNotKnownToBeHarmlessIsRefusedByName(String address, String setting) {
        assertThat(DatabaseOpener.open(DatabaseSettings.of(address)))
                .isEqualTo(new OpenOutcome.Failed(Reason.SETTING_REFUSED, setting, ""));
    }

    @Test
    void blanksDoNotHideASetting() {
        assertThat(DatabaseOpener.open(DatabaseSettings.of("  jdbc:h2:mem:x; INIT =RUNSCRIPT FROM 'x'")))
                .isEqualTo(new OpenOutcome.Failed(Reason.SETTING_REFUSED, " INIT ", ""));
    }

    @Test
    void aRefusedH2UrlCreatesNothing(@org.junit.jupiter.api.io.TempDir Path directory) {
        Path base = directory.resolve("new");

        DatabaseOpener.open(DatabaseSettings.of("jdbc:h2:file:" + base + ";IFEXISTS=FALSE"));

        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://h/d?user=ana&password=secret77&sslmode=require",
                "postgresql://ana:secret77@h/d",
                "jdbc:mariadb://h/d?user=ana&password=secret77",
                "jdbc:h2:tcp://h/d;USER=ana;PASSWORD=secret77",
                "jdbc:h2:tcp://h/d;password=secret77"
            })
    void aPasswordInTheAddressGoesToTheDriverAndNowhereElse(String address) {
        DatabaseSettings settings = DatabaseSettings.of(address);

        assertThat(AddressReader.read(address)).isInstanceOfSatisfying(Address.Understood.class, understood -> {
            assertThat(understood.address().password().reveal()).isEqualTo("secret77");
            assertThat(understood.toString()).doesNotContain("secret77");
        });
        assertThat(settings.toString()).doesNotContain("secret77");
        assertThat(settings.safeAddress()).contains("***").doesNotContain("secret77");
    }

    @Test
    void aPasswordInAnAddressThatIsNotUnderstoodIsNotRepeated() {
        OpenOutcome outcome = DatabaseOpener.open(DatabaseSettings.of("jdbc:db2://ana:secret77@h/d?password=secret77"));

        assertThat(outcome.toString()).doesNotContain("secret77");
    }

    @Test
    void harmlessSettingsReachTheDriverInItsOwnSpelling() {
        assertThat(AddressReader.read("jdbc:postgresql://h/d?SSLMODE=require&applicationname=x"))
                .isInstanceOfSatisfying(Address.Understood.class, understood -> assertThat(
                                understood.address().settings())
                        .containsEntry("sslmode", "require")
                        .containsEntry("ApplicationName", "x"));
    }
}
