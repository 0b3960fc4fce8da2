package dev.concord.app.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.shell.Office;
import dev.concord.catalog.ForeignKey;
import dev.concord.catalog.TableId;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.Row;
import dev.concord.record.Value;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is found of references in a real database. */
class StoredReferencesTest {
    private final Office office = new Office();
    private final StoredReferences references = new StoredReferences(office.store, Office.TEXTS);
    private final ForeignKey country = reference("customer", "country_code");
    private final ForeignKey customer = reference("order", "customer_id");

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void aReferenceLeadsToANameOrToNothing() {
        Row germany = Row.of("country_code", Value.of("DE"));
        Row nowhere = Row.of("country_code", Value.of("??"));
        assertThat(references.targets(country, List.of(germany, nowhere)))
                .containsEntry(germany, new ReferenceTarget.Found("Germany"))
                .containsEntry(nowhere, new ReferenceTarget.Missing())
                .hasSize(2);
    }

    @Test
    void rowsToReferToAreFoundByAPartOfTheirNameAndByTheirKey() {
        assertThat(found(country, "german"))
                .extracting(TargetRow::columns)
                .containsExactly(Row.of("country_code", Value.of("DE")));
        assertThat(found(customer, " 1011 ")).first().extracting(TargetRow::key).isEqualTo("1011");
    }

    @Test
    void noMoreThanFiftyAreListedAndThatThereAreMoreIsKnown() {
        assertThat(references.search(customer, ""))
                .isInstanceOfSatisfying(ReadOutcome.Read.class, read -> assertThat(read.result())
                        .isInstanceOfSatisfying(TargetRows.class, rows -> {
                            assertThat(rows.rows()).hasSize(StoredReferences.MOST);
                            assertThat(rows.more()).isTrue();
                        }));
    }

    private List<TargetRow> found(ForeignKey reference, String typed) {
        return references.search(reference, typed) instanceof ReadOutcome.Read(TargetRows rows)
                ? rows.rows()
                : List.of();
    }

    private ForeignKey reference(String table, String column) {
        return office.store.catalog().table(new TableId("PUBLIC", table)).orElseThrow().foreignKeys().stream()
                .filter(key -> key.columns().equals(List.of(column)))
                .findFirst()
                .orElseThrow();
    }
}
