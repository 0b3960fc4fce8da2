/** Databases, catalogs, records, guards and merging: everything Concord knows about rows, without a window. */
@org.jspecify.annotations.NullMarked
module dev.concord.persistence {
    requires transitive org.jspecify;
    requires transitive java.sql;
    requires org.jooq;
    requires com.zaxxer.hikari;
    requires io.github.javadiffutils;

    exports dev.concord.database;
    exports dev.concord.catalog;
    exports dev.concord.record;
    exports dev.concord.version;
    exports dev.concord.store;
}
