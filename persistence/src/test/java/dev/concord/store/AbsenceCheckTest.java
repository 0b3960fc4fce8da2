package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.DatabaseSettings;
import dev.concord.database.Secret;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.RowAbsence;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that are gone for one of two people: deleted, or no longer to be seen under PostgreSQL's row-level security. */
class AbsenceCheckTest {
    private final DatabaseSettings owners = Engine.POSTGRESQL.freshDatabase();
    /** Roles belong to the whole server. */
    private final String clerk = "clerk_of" + owners.address().replaceAll(".*/", "_");

    private final Shop owner = new Shop(
            Engine.POSTGRESQL,
            owners,
            "create table region (id integer primary key)",
            "create table customer (id integer primary key, area text, name text unique,"
                    + " region_id integer references region on delete cascade)",
            "insert into region values (1)",
            "insert into customer values (1, 'north', 'Ana', 1)",
            "create role " + clerk + " login password 'right'",
            "grant all on customer to " + clerk,
            "grant select on region to " + clerk,
            "alter table customer enable row level security",
            "create policy own on customer to " + clerk + " using (area = 'north')");
    private final Shop clerks =
            new Shop(Engine.POSTGRESQL, new DatabaseSettings(owners.address(), clerk, new Secret("right"), false));

    @AfterEach
    void close() {
        clerks.close();
        owner.sql("drop owned by " + clerk, "drop role " + clerk);
        owner.close();
    }

    @Test
    void aRowThatLeftThePartOneMaySeeIsHiddenAndNotDeleted() {
        Snapshot seen = clerks.first("customer");
        owner.sql("update customer set area = 'south'");
        assertThat(clerks.store().save(Draft.of(seen).with("name", Value.of("Bo"))))
                .isEqualTo(new Outcome.Gone(seen.key()));
        assertThat(clerks.store().absenceOf(seen)).isEqualTo(RowAbsence.HIDDEN);
        assertThat(owner.first("customer").row().get("name")).isEqualTo(Value.of("Ana"));
    }

    @Test
    void aRowSomebodyDeletedIsDeletedEvenWhereRowsCanBeHidden() {
        Snapshot seen = clerks.first("customer");
        owner.sql("delete from customer");
        assertThat(clerks.store().absenceOf(seen)).isEqualTo(RowAbsence.DELETED);
        assertThat(clerks.store().find(seen.key())).isEmpty();
    }

    @Test
    void aRowDeletedWithWhatItReferredToIsDeleted() {
        Snapshot seen = clerks.first("customer");
        owner.sql("delete from region");
        assertThat(clerks.store().absenceOf(seen)).isEqualTo(RowAbsence.DELETED);
    }

    @Test
    void anotherRowWithTheSameNameDoesNotTellWhereThisOneIs() {
        Snapshot seen = clerks.first("customer");
        owner.sql("delete from customer", "insert into customer values (2, 'south', 'Ana', 1)");
        assertThat(clerks.store().absenceOf(seen)).isEqualTo(RowAbsence.UNKNOWN);
    }

    @Test
    void whoeverMayNotInsertCannotTell() {
        Snapshot seen = clerks.first("customer");
        owner.sql("delete from customer", "revoke insert on customer from " + clerk);
        assertThat(clerks.store().absenceOf(seen)).isEqualTo(RowAbsence.UNKNOWN);
    }

    @Test
    void whoeverSeesEveryRowNeedNotAskAgain() {
        Snapshot seen = owner.first("customer");
        owner.sql("delete from customer", "insert into customer values (2, 'south', 'Ana', 1)");
        assertThat(owner.store().absenceOf(seen)).isEqualTo(RowAbsence.DELETED);
        assertThat(owner.store().find(owner.key("customer", Row.of("id", Value.of(1)))))
                .isEmpty();
    }
}
