package dev.concord.bench.records;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The item as Hibernate maps it. */
@Entity
@Table(name = Item.VERSIONED)
class HibernateItem {
    @Id
    long id;

    String name = "";
    String description = "";
    BigDecimal price = BigDecimal.ZERO;
    int stock;
    double weight;
    boolean active;
    LocalDate made = LocalDate.EPOCH;
    LocalDateTime changed = LocalDate.EPOCH.atStartOfDay();

    @Version
    int version;
}
