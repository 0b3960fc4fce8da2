package dev.concord.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concord.outcome.Outcome;
import dev.concord.record.Draft;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.testing.Engine;
import dev.concord.testing.LockingContract;
import dev.concord.version.RowDigest;
import java.time.OffsetDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that only MariaDB has. */
@LockingContract
class MariaDbValuesTest {

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31T23:59:55Z", "1900-01-01T00:00:00Z", "2200-01-01T00:00:00Z"})
    void aMomentThatATimestampCannotHoldIsRefusedInsteadOfBecomingNull(String moment) {
        try (Shop shop = new Shop(
                Engine.MARIADB,
                "create table t (id integer primary key, at timestamp(6) null)",
                "insert into t values (1, '2026-03-29 12:00:00')")) {
            Snapshot base = shop.first("t");
            Draft draft = Draft.of(base).with("at", new Value.Moment(OffsetDateTime.parse(moment)));
            assertThat(shop.store().save(draft)).isInstanceOf(Outcome.Rejected.class);
            assertThat(shop.first("t").row()).isEqualTo(base.row());
        }
    }

    @Test
    void theSystemOfCoordinatesOfAShapeCounts() {
        try (Shop shop = new Shop(
                Engine.MARIADB,
                "create table t (id integer primary key, note varchar(20), v geometry)",
                "insert into t values (1, null, st_geomfromtext('POINT(1 2)'))")) {
            Snapshot base = shop.first("t");
            assertThat(base.row().get("v").text()).isEqualTo("POINT(1 2)");
            shop.sql("update t set v = st_geomfromtext('POINT(1 2)', 4326)");
            assertThat(shop.store().save(Draft.of(base).with("note", Value.of("mine"))))
                    .isInstanceOf(Outcome.Stale.class);

            Snapshot theirs = shop.first("t");
            assertThat(theirs.row().get("v").text()).isEqualTo("SRID=4326;POINT(1 2)");
            Snapshot moved =
                    shop.saved(Draft.of(theirs).with("v", new Value.Other("geometry", "SRID=4326;POINT(3 2)")));
            assertThat(moved.row().get("v").text()).isEqualTo("SRID=4326;POINT(3 2)");
        }
    }

    /** However many bytes its column takes for a text, UTF-8 counts: half as many as UTF-16 here, twice as many as latin1. */
    @Test
    void aTextCountsAsUtf8WhateverTheCharacterSetOfItsColumn() {
        int wide = Value.LARGE / 2 + 1;
        for (String set : new String[] {"latin1", "utf16", "utf8mb4"}) {
            try (Shop before = new Shop(Engine.MARIADB)) {
                before.sql("set global max_allowed_packet = 268435456");
            }
            try (Shop shop = new Shop(
                    Engine.MARIADB,
                    "create table t (id integer primary key, v longtext character set " + set + ")",
                    "insert into t values (1, repeat('a', " + wide + "))")) {
                assertThat(shop.first("t").row().get("v")).as(set).isEqualTo(Value.of("a".repeat(wide)));
                shop.sql("update t set v = repeat('é', " + wide + ")");
                Snapshot large = shop.first("t");
                assertThat(large.row().get("v")).as(set).isInstanceOf(Value.Large.class);
                assertThat(large.token())
                        .as(set)
                        .contains(RowDigest.of(
                                shop.table("t"), large.row().with("v", Value.of("é".repeat(wide))), Set.of()));
            }
        }
    }
}
