package dev.concord.app.gateway.atomic;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.document.Linkage;
import dev.concord.app.gateway.document.RequestRefused;
import dev.concord.app.gateway.document.ResourceIdentifier;
import dev.concord.app.gateway.document.ResourceInput;
import dev.concord.app.gateway.resource.Addresses;
import dev.concord.app.gateway.resource.Relationship;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.app.gateway.write.FixedColumns;
import dev.concord.app.gateway.write.InputReader;
import dev.concord.app.gateway.write.InputValues;
import dev.concord.app.gateway.write.MemberKeys;
import dev.concord.app.gateway.write.Spellings;
import dev.concord.app.gateway.write.Targets;
import dev.concord.app.gateway.write.WriteBody;
import dev.concord.app.gateway.write.WriteContext;
import dev.concord.outcome.BatchOutcome.Entry;
import dev.concord.record.Draft;
import dev.concord.record.Row;
import dev.concord.record.RowWrite;
import dev.concord.record.Snapshot;
import dev.concord.record.Value;
import dev.concord.store.WriteStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Operations as writes in their order. Each is compared with its row as it was read before the transaction, and written under the guard of
 * that. For one request.
 */
final class OperationPlan {
    private final WriteContext context;
    private final PlannedRows rows;
    private final List<PlannedWrite> writes = new ArrayList<>();
    private final List<OptionalInt> shown = new ArrayList<>();

    OperationPlan(WriteContext context, Addresses addresses) {
        this.context = context;
        this.rows = new PlannedRows(context, addresses);
    }

    /** Returns the writes planned so far. */
    List<PlannedWrite> writes() {
        return writes;
    }

    /** Returns, for each operation, the write whose row its result shows; empty for one about the members of a relationship. */
    List<OptionalInt> shown() {
        return shown;
    }

    /**
     * Plans one more operation.
     *
     * @throws RequestRefused when it cannot be carried out, as far as that is known before the transaction
     */
    void add(Operation operation) {
        switch (operation) {
            case Operation.Add add -> insert(add.input());
            case Operation.Update update -> {
                ResourceInput input = update.input();
                PlannedRow row = rows.find(update, update.target(), type -> WriteBody.checksum(input, type));
                change(row, reader(row).read(input), input.part().at());
            }
            case Operation.Remove remove ->
                remove(
                        rows.find(remove, remove.target(), _ -> MissingNode.getInstance()),
                        remove.target().at());
            case Operation.Relate relate -> {
                PlannedRow row = rows.find(relate, relate.target(), _ -> MissingNode.getInstance());
                Relationship relationship = relationship(
                        row.type(), relate.relationship(), relate.target().at());
                change(
                        row,
                        reader(row).read(relationship, relate.linkage()),
                        relate.part().at());
            }
            case Operation.Members members -> members(members);
        }
        shown.add(operation instanceof Operation.Members ? OptionalInt.empty() : OptionalInt.of(writes.size() - 1));
    }

    private static Relationship relationship(ResourceType type, String name, JsonPointer at) {
        return type.relationship(name)
                .orElseThrow(() -> new RequestRefused(WriteContext.missing().at(at)));
    }

    private void members(Operation.Members operation) {
        PlannedRow owner = rows.find(operation, operation.target(), _ -> MissingNode.getInstance());
        Relationship relationship = relationship(
                owner.type(), operation.relationship(), operation.target().at());
        if (!relationship.toMany()) {
            operation.part().member("op").refuse("A relationship that leads to one resource is updated.");
        }
        if (!(operation.linkage() instanceof Linkage.ToMany(List<ResourceIdentifier> targets, JsonPointer at))) {
            operation.part().member("data").refuse("An array is needed here.");
            return;
        }
        MemberKeys keys = new MemberKeys(relationship);
        if (!operation.adding()) {
            keys.staying(at).ifPresent(error -> {
                throw new RequestRefused(error);
            });
        }
        for (ResourceIdentifier target : targets) {
            PlannedRow member = rows.member(target, relationship);
            Set<Row> spellings = operation.adding() ? Set.of() : spellings(relationship, owner, member);
            BiFunction<Row, Row, Row> change = operation.adding()
                    ? keys::added
                    : (ownerThen, memberThen) -> keys.removed(ownerThen, memberThen, spellings);
            fixed(relationship, owner, member, change, target.at()).ifPresent(error -> {
                throw new RequestRefused(error);
            });
            member(member, owner, change, target.at());
        }
    }

    /** Rows that the request itself inserts have the owner's own spelling. */
    private Set<Row> spellings(Relationship relationship, PlannedRow owner, PlannedRow member) {
        Optional<Snapshot> referring = member.state().read();
        return owner.state()
                .read()
                .filter(_ -> referring.isPresent())
                .map(read -> new Spellings(context.store(), relationship)
                        .of(read, List.of(referring.orElseThrow().row())))
                .orElse(Set.of());
    }

    /** Returns why the foreign key cannot be written; it need not be where it stays as it is. */
    private static Optional<ApiError> fixed(
            Relationship relationship,
            PlannedRow owner,
            PlannedRow member,
            BiFunction<Row, Row, Row> change,
            JsonPointer at) {
        Row ownerNow = owner.state().row();
        Row memberNow = member.state().row();
        boolean known = relationship.ownColumns().stream().allMatch(ownerNow::has)
                && relationship.otherColumns().stream().allMatch(memberNow::has);
        Optional<Row> wanted = known ? Optional.of(change.apply(ownerNow, memberNow)) : Optional.empty();
        return relationship.otherColumns().stream()
                .filter(column -> wanted.filter(row -> row.get(column).equals(memberNow.get(column)))
                        .isEmpty())
                .flatMap(column -> FixedColumns.error(relationship.other(), column, true, at).stream())
                .findFirst();
    }

    private void member(PlannedRow member, PlannedRow owner, BiFunction<Row, Row, Row> change, JsonPointer at) {
        Function<List<Entry>, Snapshot> ownerThen = owner.state().snapshot();
        Function<List<Entry>, Snapshot> memberThen = member.state().snapshot();
        Function<List<Entry>, RowWrite> write = before -> {
            Snapshot then = memberThen.apply(before);
            Draft draft = Draft.of(then);
            for (Map.Entry<String, Value> value : change.apply(
                            ownerThen.apply(before).row(), then.row())
                    .values()
                    .entrySet()) {
                draft = draft.with(value.getKey(), value.getValue());
            }
            return new RowWrite.Update(draft);
        };
        plan(member.type(), write, Set.of(), at, Map.of());
        rows.put(member, member.state().written(Row.EMPTY, writes.size() - 1));
    }

    private void insert(ResourceInput input) {
        ResourceType type = rows.type(input.type(), input.part().member("type").at());
        InputValues values = checked(new InputReader(type, targets(), Optional.empty()).read(input));
        Function<List<Entry>, Row> complete = completed(values);
        plan(
                type,
                before -> new RowWrite.Insert(new Draft(type.table().id(), Optional.empty(), complete.apply(before))),
                Set.of(),
                input.part().at(),
                values.places());
        rows.insert(type, input, InterimRow.inserted(values.row(), writes.size() - 1));
    }

    private void change(PlannedRow row, InputValues read, JsonPointer part) {
        InputValues values = checked(read);
        Function<List<Entry>, Row> complete = completed(values);
        Function<List<Entry>, RowWrite> write = before -> {
            Draft draft = Draft.of(row.state().snapshot().apply(before));
            for (Map.Entry<String, Value> value :
                    complete.apply(before).values().entrySet()) {
                draft = draft.with(value.getKey(), value.getValue());
            }
            return new RowWrite.Update(draft);
        };
        plan(row.type(), write, row.known(), part, values.places());
        rows.put(row, row.state().written(values.row(), writes.size() - 1));
    }

    private void remove(PlannedRow row, JsonPointer part) {
        plan(
                row.type(),
                before -> new RowWrite.Delete(row.state().snapshot().apply(before)),
                row.known(),
                part,
                Map.of());
        rows.put(row, row.state().gone());
    }

    private void plan(
            ResourceType type,
            Function<List<Entry>, RowWrite> write,
            Set<String> known,
            JsonPointer part,
            Map<String, JsonPointer> places) {
        writes.add(new PlannedWrite(type, new WriteStep(type.table().id(), write), known, part, places));
    }

    private InputReader reader(PlannedRow row) {
        return new InputReader(row.type(), targets(), Optional.of(row.state().row()));
    }

    private Targets targets() {
        return new Targets(context.store(), rows.localTypes());
    }

    /** Fills in, inside the transaction, what rows inserted before have got from the database. */
    private Function<List<Entry>, Row> completed(InputValues values) {
        Map<String, Function<List<Entry>, Value>> locals = new HashMap<>();
        values.locals().forEach((column, local) -> {
            InterimRow state = rows.local(local.lid());
            locals.put(column, before -> state.snapshot().apply(before).row().get(local.column()));
        });
        return before -> {
            Row row = values.row();
            for (Map.Entry<String, Function<List<Entry>, Value>> local : locals.entrySet()) {
                row = row.with(local.getKey(), local.getValue().apply(before));
            }
            return row;
        };
    }

    private static InputValues checked(InputValues values) {
        List<ApiError> errors = values.errors();
        if (!errors.isEmpty()) {
            throw new RequestRefused(errors);
        }
        return values;
    }
}
