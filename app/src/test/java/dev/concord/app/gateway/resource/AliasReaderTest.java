package dev.concord.app.gateway.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.gateway.resource.AliasLine.Kind;
import dev.concord.app.gateway.resource.AliasReading.Why;
import dev.concord.catalog.Catalog;
import dev.concord.database.Database;
import dev.concord.store.RecordStore;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import dev.concord.version.Policies;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasReaderTest {
    private static final String COLUMNS =
            "(\"id\" int primary key, \"full name\" varchar(9), \"a.b\" int, \"links\" int)";

    private final Database database = TestDatabase.open(Engine.H2);
    private final RecordStore store = new RecordStore(database, new Catalog(database), Policies.DEFAULT);

    @BeforeEach
    void makeTables() {
        TestDatabase.execute(
                database,
                "create table \"person\" " + COLUMNS,
                "create table \"PERSON\" " + COLUMNS,
                "create table \"task\" " + COLUMNS,
                "create table \"operations\" " + COLUMNS,
                "create schema \"other\"",
                "create table \"other\".\"order\" " + COLUMNS,
                "create table \"order\" " + COLUMNS,
                "create table \"odd.name\" (\"id\" int primary key, \"value\" int, \"VALUE\" int)");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ResourceTypes types(AliasLine... lines) {
        AliasReading reading = AliasReader.read(List.of(lines), store);
        assertThat(reading).isInstanceOf(AliasReading.Read.class);
        return ResourceTypes.of(store, _ -> true, ((AliasReading.Read) reading).aliases());
    }

    private static AliasLine line(String text) {
        String[] parts = text.split("=", -1);
        Kind kind = parts[0].startsWith("type ") ? Kind.TYPE : Kind.ATTRIBUTE;
        return new AliasLine(parts[0], kind, parts[0].substring(parts[0].indexOf(' ') + 1), parts[1]);
    }

    private List<String> names(ResourceTypes types, String type) {
        return types.find(type).orElseThrow().attributes().stream()
                .map(Attribute::name)
                .toList();
    }

    @Test
    void tablesAndColumnsAreKnownByTheirOtherNamesOnly() {
        ResourceTypes types = types(line("type task=Job"), line("attribute task.full name=title"));

        assertThat(types.find("task")).isEmpty();
        assertThat(names(types, "Job")).containsExactly("title", "a-b", "links-column");
        assertThat(names(types, "person")).contains("full name");
    }

    @ParameterizedTest
    @CsvSource({
        "type person=Human, Human",
        "type PERSON=Human, Human",
        "type PUBLIC.task=Job, Job",
        "type other.order=Purchase, Purchase",
        "type odd.name=Plain, Plain",
        "type task=task, task"
    })
    void theTableMeantIsFound(String line, String type) {
        assertThat(types(line(line)).find(type)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "attribute task.a.b=sum, task, sum",
        "attribute odd.name.value=lower, odd-name, lower",
        "attribute odd.name.VALUE=upper, odd-name, upper",
        "attribute task.links=chain, task, chain",
        "attribute task.FULL NAME=title, task, title"
    })
    void theColumnMeantIsFound(String line, String type, String attribute) {
        assertThat(names(types(line(line)), type)).contains(attribute);
    }

    @ParameterizedTest
    @CsvSource({
        "type nothing=Job, NAMES_NOTHING",
        "attribute task.nothing=x, NAMES_NOTHING",
        "attribute nothing.id=x, NAMES_NOTHING",
        "attribute task=x, NAMES_NOTHING",
        "attribute task.id=number, NAMES_NOTHING",
        "type Person=Human, UNCLEAR",
        "type order=Purchase, UNCLEAR",
        "attribute order.full name=x, UNCLEAR",
        "attribute odd.name.Value=x, UNCLEAR",
        "type task=person, TAKEN",
        "type person=PERSON, TAKEN",
        "type task=PUBLIC-order, TAKEN",
        "type task=order, TAKEN",
        "attribute task.full name=a.b, NOT_ALLOWED",
        "attribute task.full name=a-b, TAKEN",
        "attribute task.full name=links-column, TAKEN",
        "attribute task.full name=links, NOT_ALLOWED",
        "attribute task.full name=id, NOT_ALLOWED",
        "attribute task.full name=type, NOT_ALLOWED",
        "attribute task.full name=S_CheckSum, NOT_ALLOWED",
        "type task=operations, NOT_ALLOWED",
        "type task=-job, NOT_ALLOWED",
        "type task=, NOT_ALLOWED",
        "type task=a/b, NOT_ALLOWED"
    })
    void aNameThatCannotBeUsedIsRefused(String line, Why why) {
        assertThat(AliasReader.read(List.of(line(line)), store)).isEqualTo(new AliasReading.Refused(line(line), why));
    }

    @ParameterizedTest
    @CsvSource({
        "type task=Job; type person=Job, TWICE",
        "type task=Job; type PUBLIC.task=Work, SECOND",
        "attribute task.a.b=sum; attribute task.full name=sum, TWICE",
        "attribute task.a.b=sum; attribute PUBLIC.task.a.b=total, SECOND"
    })
    void aSecondNameAndANameGivenTwiceAreRefused(String lines, Why why) {
        List<AliasLine> read =
                Arrays.stream(lines.split("; ")).map(AliasReaderTest::line).toList();

        assertThat(AliasReader.read(read, store)).isEqualTo(new AliasReading.Refused(read.getLast(), why));
    }

    @Test
    void aTableThatGetsTheNameMeanwhileIsKnownByAnotherOne() {
        ResourceTypes types = types(line("type task=Job"), line("attribute task.a.b=sum"));
        TestDatabase.execute(
                database,
                "create table \"Job\" (\"id\" int primary key)",
                "alter table \"task\" add column \"sum\" int");
        store.catalog().forget(types.find("Job").orElseThrow().table().id());

        assertThat(types.find("Job").orElseThrow().table().id().name()).isEqualTo("task");
        assertThat(types.find("Job-table").orElseThrow().table().id().name()).isEqualTo("Job");
        assertThat(names(types, "Job")).containsExactly("full name", "sum", "links-column", "sum-column");
    }

    @Test
    void aTableWithTheNameOfTheAtomicOperationsIsKnownByAnotherOne() {
        assertThat(types().find("operations-table")).isPresent();
    }
}
