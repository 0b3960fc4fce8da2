package dev.concord.app.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The decoded parameters of a request's query, in the order they were sent; a name may come more than once. Immutable. */
public final class Parameters {
    /** No parameters. */
    public static final Parameters NONE = new Parameters(List.of());

    private final List<Parameter> parameters;

    private record Parameter(String name, String value) {}

    private Parameters(List<Parameter> parameters) {
        this.parameters = parameters;
    }

    /**
     * Returns parameters.
     *
     * @param namesAndValues a name, its value, the next name and so on
     */
    public static Parameters of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name has no value: " + namesAndValues[namesAndValues.length - 1]);
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(new Parameter(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new Parameters(List.copyOf(parameters));
    }

    /** Returns each name once, in the order of their first appearance. */
    public List<String> names() {
        return parameters.stream().map(Parameter::name).distinct().toList();
    }

    /** Returns the values of a name, in their order. */
    public List<String> all(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .toList();
    }

    /** Returns the first value of a name. */
    public Optional<String> first(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::value)
                .findFirst();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Parameters others && parameters.equals(others.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    /** The names only: a value may be a record's. */
    @Override
    public String toString() {
        return names().toString();
    }
}
