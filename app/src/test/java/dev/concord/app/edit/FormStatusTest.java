package dev.concord.app.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.app.control.RecordTitles;
import dev.concord.app.pending.PendingEdits;
import dev.concord.catalog.Key;
import dev.concord.catalog.Table;
import dev.concord.merge.MergeRules;
import dev.concord.record.RecordNames;
import dev.concord.ui.text.Texts;
import dev.concord.version.TablePolicy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormStatusTest {

    @Test
    void whoeverChoseToReadOnlyIsToldSoAndNotThatTheDatabaseForbidsIt() {
        assertThat(reason(true)).isEqualTo("You opened this database for reading only.");
        assertThat(reason(false)).isEqualTo("The database does not allow you to change rows here.");
    }

    private static String reason(boolean openedReadOnly) {
        Table known = Customers.keyless();
        Table unwritable = new Table(
                known.id(),
                known.type(),
                known.columns(),
                Optional.of(new Key("k", List.of(known.columns().getFirst().name()), true)),
                List.of(),
                List.of(),
                List.of(),
                false,
                "");
        FormStatus status =
                new FormStatus(new RecordTitles(() -> RecordNames.FOUND, Texts.of(Locale.UK)), openedReadOnly);
        status.opened(OpenRecord.of(
                1, new PendingEdits().open(unwritable, Customers.acme()), TablePolicy.DEFAULT, MergeRules.DEFAULT));
        return status.readOnlyReason().get();
    }
}
