package dev.concord.app.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The headers of a request or an answer: values by name in the order they came. Names are the same in any case. Immutable. */
public final class Headers {
    /** No headers. */
    public static final Headers NONE = new Headers(List.of());

    private final List<Field> fields;

    private record Field(String name, String value) {
        boolean isNamed(String other) {
            return name.equalsIgnoreCase(other);
        }
    }

    private Headers(List<Field> fields) {
        this.fields = fields;
    }

    /**
     * Returns headers.
     *
     * @param namesAndValues a name, its value, the next name and so on
     */
    public static Headers of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name has no value: " + namesAndValues[namesAndValues.length - 1]);
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new Field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Headers(List.copyOf(fields));
    }

    /** Returns these headers with one more, after the others of its name. */
    public Headers with(String name, String value) {
        List<Field> more = new ArrayList<>(fields);
        more.add(new Field(name, value));
        return new Headers(List.copyOf(more));
    }

    /** Returns the first value of a name. */
    public Optional<String> first(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Field::value)
                .findFirst();
    }

    /** Returns all values of a name, one for each time the header was sent; a list in one value is not taken apart. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.isNamed(name))
                .map(Field::value)
                .toList();
    }

    /** Calls for each name and value, in their order. */
    public void forEach(BiConsumer<String, String> action) {
        fields.forEach(field -> action.accept(field.name(), field.value()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Headers headers && lowerCase().equals(headers.lowerCase());
    }

    @Override
    public int hashCode() {
        return lowerCase().hashCode();
    }

    private List<Field> lowerCase() {
        return fields.stream()
                .map(field -> new Field(field.name().toLowerCase(Locale.ROOT), field.value()))
                .toList();
    }

    /** The names only: a value may be a token. */
    @Override
    public String toString() {
        return fields.stream().map(Field::name).toList().toString();
    }
}
