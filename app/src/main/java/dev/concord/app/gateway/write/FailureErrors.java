package dev.concord.app.gateway.write;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.concord.app.gateway.document.ApiError;
import dev.concord.app.gateway.resource.Attribute;
import dev.concord.app.gateway.resource.ResourceType;
import dev.concord.outcome.Outcome;
import dev.concord.outcome.Outcome.Refused.Reason;
import dev.concord.outcome.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says why something was not written, without the database's own words, which may hold values, SQL or paths.
 *
 * @param type the type of the row
 * @param part where the request has the resource object
 * @param places where the request has the value of a column; its attribute's place otherwise
 */
public record FailureErrors(ResourceType type, JsonPointer part, Map<String, JsonPointer> places) {

    /** Returns the errors of a failed write; at least one. */
    public List<ApiError> of(Outcome.Failure failure) {
        return switch (failure) {
            case Outcome.Rejected(List<Violation> violations) ->
                violations.stream().flatMap(this::of).toList();
            case Outcome.Refused(Reason reason, String detail) -> List.of(of(reason, detail));
            case Outcome.LockTimeout _ ->
                List.of(ApiError.of(
                        503,
                        "locked",
                        "Somebody else has locked the row",
                        "Nothing was written. The same request can be sent again."));
            case Outcome.TableChanged _ ->
                List.of(ApiError.of(
                        409,
                        "table-changed",
                        "The table has changed",
                        "Nothing was written. Read the resource again; its attributes may be other ones."));
            case Outcome.Unconfirmed _ ->
                List.of(ApiError.of(
                        504,
                        "unconfirmed",
                        "It is not known whether the write happened",
                        "The connection was lost while the write was being completed. Read the resource before"
                                + " anything is sent again."));
        };
    }

    private Stream<ApiError> of(Violation violation) {
        ObjectNode meta = JsonNodeFactory.instance.objectNode();
        if (!violation.constraint().isEmpty()) {
            meta.put("constraint", violation.constraint());
        }
        Violation.Kind kind = kind(violation);
        ApiError error = ApiError.of(
                        status(violation),
                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        "The database does not accept the values",
                        sentence(kind))
                .with(meta);
        return violation.columns().isEmpty()
                ? Stream.of(error.at(part))
                : violation.columns().stream().map(column -> error.at(place(column)));
    }

    /** H2 calls a number too long that has too many digits. */
    private Violation.Kind kind(Violation violation) {
        boolean number = violation.kind() == Violation.Kind.TOO_LONG
                && violation.columns().stream()
                        .flatMap(name -> type.table().column(name).stream())
                        .anyMatch(column -> column.kind().isNumber());
        return number ? Violation.Kind.OUT_OF_RANGE : violation.kind();
    }

    /** To JSON:API it is a conflict that an id exists already, and a resource that a request names and that does not exist is not found. */
    private int status(Violation violation) {
        return switch (violation.kind()) {
            case STILL_REFERENCED -> 409;
            case FOREIGN_KEY -> violation.columns().stream().anyMatch(this::namedAsResource) ? 404 : 422;
            case UNIQUE ->
                Set.copyOf(type.table().rowKey().orElseThrow().columns()).equals(Set.copyOf(violation.columns()))
                        ? 409
                        : 422;
            default -> 422;
        };
    }

    /** Whether the request has an identifier instead of the column's own value. */
    private boolean namedAsResource(String column) {
        JsonPointer said = places.get(column);
        return said != null && !said.toString().contains("/attributes/");
    }

    private JsonPointer place(String column) {
        JsonPointer said = places.get(column);
        if (said != null) {
            return said;
        }
        Optional<Attribute> attribute = type.attributeOf(column);
        return attribute
                .map(one -> part.appendProperty("attributes").appendProperty(one.name()))
                .orElseGet(() -> part.appendProperty("id"));
    }

    private static String sentence(Violation.Kind kind) {
        return switch (kind) {
            case NOT_NULL -> "A value is needed.";
            case UNIQUE -> "There is another row with this value, which must be unique.";
            case FOREIGN_KEY -> "The row that this refers to does not exist.";
            case STILL_REFERENCED -> "Other rows still refer to this one.";
            case CHECK -> "The value breaks a rule of the table.";
            case TOO_LONG -> "The value is too long.";
            case OUT_OF_RANGE -> "The number or time is out of the column's range.";
            case TYPE -> "The value is not of the column's type.";
            case CHARACTER -> "The text has a character that the column cannot hold.";
            case OTHER -> "A rule of the database does not allow this.";
        };
    }

    private ApiError of(Reason reason, String detail) {
        return switch (reason) {
            case READ_ONLY -> forbidden("This table's rows cannot be written.");
            case OPENED_READ_ONLY -> forbidden("The database was opened for reading only.");
            case NOT_PERMITTED -> forbidden("The database does not permit the write.");
            case COLUMN_NOT_PERMITTED ->
                forbidden("The database does not permit writing this attribute.")
                        .at(place(detail));
            case NOT_ALL_READABLE -> forbidden("The database does not let all of the row be read.");
            case VERSION_UNDECIDED ->
                ApiError.of(
                                403,
                                "version-undecided",
                                "Nobody has decided how this table is guarded",
                                "A column looks like a version. Whoever runs the gateway has to decide whether writes"
                                        + " move it.")
                        .at(place(detail));
            case SUPPRESSED ->
                ApiError.of(
                        409,
                        "suppressed",
                        "The database suppressed the write",
                        "A trigger or rule of the database let nothing be written.");
            case TOKEN_REQUIRED -> Preconditions.missing(type);
            case KEY_UNKNOWN ->
                ApiError.of(422, "key-needed", "A key is needed", "The database does not say which key it makes.")
                        .at(part);
            case TOO_LARGE ->
                ApiError.of(422, "too-large", "The value is too large", "The value is too large.")
                        .at(place(detail));
            case NOT_UNIQUE, VERSION_EXHAUSTED, VERSION_STOOD_STILL, NO_VERSION ->
                ApiError.of(
                        409,
                        "guard-failed",
                        "The row cannot be guarded",
                        "Nothing was written, because the table's key or version does not do what it should.");
            case NO_ROW_LOCK, NOT_KEPT, FILE_REPLACED, CONNECTION_LOST, NOT_CARRIED_OUT ->
                ApiError.of(
                        503,
                        "unavailable",
                        "The database is not available",
                        "Nothing was written. The same request can be sent again.");
        };
    }

    private static ApiError forbidden(String detail) {
        return ApiError.of(403, "not-permitted", "This is not permitted", detail);
    }
}
