package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.dialect.Dialect;
import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A type that is made of another one has the checksum of that one. */
@LockingContract
class MadeTypesTest {
    private static final String VALUES = "insert into t values (1, 7, 1.50, 'ab', 'cd', true, '2026-01-02', 'e ')";

    @Test
    void aDomainOverDomainsOfPostgresCountsAsTheTypeUnderThem() {
        Snapshot plain;
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create table t (id int primary key, i int, n numeric(10,2), c char(5), p char(5), b boolean,"
                        + " d date, v varchar(9))",
                VALUES)) {
            plain = shop.first("t");
        }
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create domain i1 as int",
                "create domain i2 as i1 check (value > 0)",
                "create domain n1 as numeric(10,2)",
                "create domain n2 as n1",
                "create domain c1 as char(5)",
                "create domain c2 as c1",
                "create domain b1 as boolean",
                "create domain b2 as b1",
                "create domain d1 as date not null",
                "create domain d2 as d1",
                "create domain v1 as varchar(9)",
                "create domain v2 as v1",
                "create table t (id i2 primary key, i i2, n n2, c c1, p c2, b b2, d d2, v v2)",
                VALUES)) {
            Snapshot made = shop.first("t");
            assertThat(made.row()).isEqualTo(plain.row());
            assertThat(made.token()).isEqualTo(plain.token());
            assertThat(shop.table("t").column("n").orElseThrow().scale()).isEqualTo(2);
            assertThat(shop.table("t").column("p").orElseThrow().size()).isEqualTo(5);
            assertThat(shop.table("t").column("d").orElseThrow().nullable()).isFalse();
            Snapshot saved = shop.saved(Draft.of(made).with("p", Value.of("xy")));
            assertThat(saved.row().get("p")).isEqualTo(Value.of("xy"));
            shop.sql("update t set c = 'zz'");
            assertThat(shop.store().save(Draft.of(saved).with("p", Value.of("lost"))))
                    .isInstanceOf(Outcome.Stale.class);
        }
    }

    @Test
    void theOneByteCharOfPostgresIsText() {
        Snapshot plain;
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create table t (id int primary key, c text, s text)",
                "insert into t values (1, 'a', ' ')")) {
            plain = shop.first("t");
        }
        try (Shop shop = new Shop(
                Engine.POSTGRESQL,
                "create table t (id int primary key, c \"char\", s \"char\")",
                "insert into t values (1, 'a', ' ')")) {
            Snapshot made = shop.first("t");
            assertThat(made.token()).isEqualTo(plain.token());
            assertThat(shop.saved(Draft.of(made).with("c", Value.of("b"))).row().get("c"))
                    .isEqualTo(Value.of("b"));
        }
    }

    @Test
    void aTinyintOfOneDigitIsABooleanWithoutASignToo() {
        Assumptions.assumeTrue(Engine.MARIADB.dialect() == Dialect.MARIADB, "MySQL has no width of unsigned numbers");
        String rows = "insert into t values (1, 1, 0)";
        Snapshot plain;
        try (Shop shop =
                new Shop(Engine.MARIADB, "create table t (id int primary key, a tinyint(1), b tinyint(1))", rows)) {
            plain = shop.first("t");
        }
        try (Shop shop = new Shop(
                Engine.MARIADB,
                "create table t (id int primary key, a tinyint(1) unsigned, b tinyint(1) unsigned)",
                rows)) {
            Snapshot made = shop.first("t");
            assertThat(made.row()).isEqualTo(plain.row());
            assertThat(made.token()).isEqualTo(plain.token());
            shop.sql("update t set a = 200");
            assertThat(shop.first("t").row().get("a")).isEqualTo(Value.of(200));
        }
    }
}
