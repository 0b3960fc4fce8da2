package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.database.Database;
import dev.concord.database.ServerIdentity;
import dev.concord.record.Value;
import dev.concord.sql.Transaction;
import dev.concord.sql.TransactionStatus;
import dev.concord.sql.Transactions;
import dev.concord.testing.Engine;
import dev.concord.testing.TestDatabase;
import org.junit.jupiter.api.Test;

class TransactionStatusTest {

    /** The number is older than what the server still knows of; to it, its status is NULL. */
    @Test
    void aTransactionThatPostgresHasForgottenIsNotTakenForRolledBack() {
        try (Database database = TestDatabase.open(Engine.POSTGRESQL)) {
            assertThat(TestDatabase.answer(database, "select txid_status(3) is null"))
                    .isEqualTo("t");
            Transactions transactions = new Transactions(database);
            ServerIdentity server = transactions.read(Transaction::server);
            assertThat(new TransactionStatus(transactions, server, Value.of(3)).rolledBack())
                    .isFalse();
        }
    }
}
