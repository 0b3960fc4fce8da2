package dev.concord.catalog;

/** What a write may leave behind although it is rolled back, so that it must not be tried. */
public sealed interface LastingEffect {

    /** The user may not see whether the table has triggers. */
    record UnseenTriggers(TableId table) implements LastingEffect {}

    /**
     * A trigger may write to a table whose rows stay.
     *
     * @param trigger its name
     * @param table a table without transactions, with its storage engine: {@code shop.log (MyISAM)}
     */
    record TriggerOutside(String trigger, String table) implements LastingEffect {}
}
