package dev.concord.app.command;

import dev.concord.app.control.TypedKey;
import dev.concord.catalog.Catalog;
import dev.concord.catalog.Table;
import dev.concord.catalog.TableId;
import dev.concord.catalog.TableSummary;
import dev.concord.database.Database;
import dev.concord.outcome.ReadOutcome;
import dev.concord.record.RecordKey;
import dev.concord.store.RecordStore;
import dev.concord.ui.text.Texts;
import dev.concord.version.Policies;
import dev.concord.version.RowDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Computes the digest of one row, whatever guards its table, so that two people, or a person and a program, can find
 * out whether they have the same row. Columns the table's policy ignores do not count. Reads only.
 */
final class Checksum {
    private final Catalog catalog;
    private final RecordStore store;
    private final Texts texts;

    Checksum(Database database, Policies policies, Texts texts) {
        this.catalog = new Catalog(database);
        this.store = new RecordStore(database, catalog, policies);
        this.texts = texts;
    }

    /** What became of it. */
    sealed interface Answer {}

    /** The digest as 64 lower-case hexadecimal digits. */
    record Computed(String digits) implements Answer {}

    /** There is none; the sentence says why. */
    record Refused(ExitCode code, String sentence) implements Answer {}

    /**
     * Digests a row.
     *
     * @param table its name, or schema and name with a dot between
     * @param key its key's values in the key's order
     */
    Answer of(String table, List<String> key) {
        return switch (store.reading(_ -> answer(table, key))) {
            case ReadOutcome.Read<Answer>(Answer answer) -> answer;
            case ReadOutcome.Unreadable<Answer> why ->
                new Refused(
                        ExitCode.NOT_THERE, texts.get("command.checksum.unreadable", table, Sentence.of(why.detail())));
        };
    }

    private Answer answer(String table, List<String> key) {
        List<TableId> named = named(table);
        if (named.size() > 1) {
            String all = named.stream().map(TableId::qualifiedName).collect(Collectors.joining(", "));
            return new Refused(ExitCode.USAGE, texts.get("command.checksum.which-table", table, all));
        }
        Optional<Table> found = named.stream().findFirst().flatMap(catalog::table);
        if (found.isEmpty()) {
            return new Refused(ExitCode.NOT_THERE, texts.get("command.checksum.no-table", table));
        }
        String name = found.get().id().qualifiedName();
        if (!found.get().whole()) {
            return new Refused(ExitCode.NOT_THERE, texts.get("command.checksum.not-whole", name));
        }
        return switch (new TypedKey(texts).read(key, found.get())) {
            case TypedKey.Named row -> of(row);
            case TypedKey.Miscounted(List<String> columns)
            when columns.isEmpty() -> new Refused(ExitCode.USAGE, texts.get("command.checksum.no-key", name));
            case TypedKey.Miscounted(List<String> columns) ->
                new Refused(
                        ExitCode.USAGE,
                        texts.get("command.checksum.key-parts", name, columns.size(), String.join(", ", columns)));
            case TypedKey.Unreadable(String column, String sentence) ->
                new Refused(ExitCode.USAGE, texts.get("command.checksum.key-value", column, sentence));
        };
    }

    private Answer of(TypedKey.Named named) {
        RecordKey key = named.key();
        return named.in(store)
                .flatMap(row -> store.guardOf(key.table())
                        .map(guard -> RowDigest.of(guard.table(), row.row(), guard.ignored())))
                .<Answer>map(digest -> new Computed(digest.hex()))
                .orElseGet(() -> new Refused(
                        ExitCode.NOT_THERE,
                        texts.get("command.checksum.no-row", key.table().qualifiedName(), key.label())));
    }

    /** Names are compared as typed first: only some databases tell names apart by case. */
    private List<TableId> named(String typed) {
        List<TableId> exact = tables(typed::equals);
        return exact.isEmpty() ? tables(typed::equalsIgnoreCase) : exact;
    }

    private List<TableId> tables(Predicate<String> name) {
        return catalog.tables().stream()
                .map(TableSummary::id)
                .filter(id -> name.test(id.name()) || name.test(id.qualifiedName()))
                .toList();
    }
}
