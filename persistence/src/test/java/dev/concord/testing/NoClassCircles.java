package dev.concord.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The condition that classes of one package do not depend on each other in circles. A nested, local or anonymous class counts
 * as the top-level class it is written in; a sealed type and the types it permits count as one class. Each circle is reported
 * once, with the dependencies that close it.
 */
public final class NoClassCircles extends ArchCondition<JavaClass> {
    /** The file a class is written in, or the first file of its sealed family; by the name of the top-level class. */
    private final Map<String, String> families = new HashMap<>();

    /** For each family the families of its package it depends on, each with one such dependency in words. */
    private final Map<String, Map<String, String>> dependencies = new TreeMap<>();

    /** Creates the condition for one rule. */
    public NoClassCircles() {
        super("not depend on other classes of their package in circles");
    }

    @Override
    public void init(Collection<JavaClass> classes) {
        families.clear();
        dependencies.clear();
        classes.forEach(this::joinPermitted);
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().forEach(this::add);
        }
    }

    /** Nothing can be said of a class alone. */
    @Override
    public void check(JavaClass type, ConditionEvents events) {}

    @Override
    public void finish(ConditionEvents events) {
        for (List<String> circle : new Circles(dependencies).found()) {
            String edges = circle.stream()
                    .flatMap(from -> dependencies.getOrDefault(from, Map.of()).entrySet().stream()
                            .filter(to -> circle.contains(to.getKey()))
                            .map(to -> "  " + from + " -> " + to.getKey() + ": " + to.getValue()))
                    .collect(Collectors.joining("\n"));
            events.add(SimpleConditionEvent.violated(
                    circle, "Classes depend on each other in a circle: " + String.join(", ", circle) + "\n" + edges));
        }
    }

    private void joinPermitted(JavaClass type) {
        Class<?>[] permitted = type.reflect().getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> each : permitted) {
                join(topLevel(type).getName(), topLevel(each).getName());
            }
        }
    }

    private void join(String one, String other) {
        String first = family(one);
        String second = family(other);
        if (!first.equals(second)) {
            families.put(second, first);
        }
    }

    private String family(String name) {
        String family = name;
        while (families.containsKey(family)) {
            family = families.get(family);
        }
        return family;
    }

    private void add(Dependency dependency) {
        JavaClass from = topLevel(dependency.getOriginClass());
        JavaClass to = topLevel(dependency.getTargetClass().getBaseComponentType());
        String origin = family(from.getName());
        String target = family(to.getName());
        if (from.getPackageName().equals(to.getPackageName()) && !origin.equals(target)) {
            dependencies.computeIfAbsent(origin, _ -> new TreeMap<>()).putIfAbsent(target, dependency.getDescription());
        }
    }

    private static JavaClass topLevel(JavaClass type) {
        JavaClass outer = type;
        for (Optional<JavaClass> next = type.getEnclosingClass(); next.isPresent(); next = outer.getEnclosingClass()) {
            outer = next.get();
        }
        return outer;
    }

    private static Class<?> topLevel(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }

    /** The strongly connected components of more than one node, by Tarjan's algorithm (SIAM Journal on Computing 1, 1972). */
    private static final class Circles {
        private final Map<String, Map<String, String>> edges;
        private final Map<String, Integer> order = new HashMap<>();
        private final Map<String, Integer> lowest = new HashMap<>();
        private final Deque<String> open = new ArrayDeque<>();
        private final List<List<String>> found = new ArrayList<>();

        Circles(Map<String, Map<String, String>> edges) {
            this.edges = edges;
        }

        List<List<String>> found() {
            for (String node : edges.keySet()) {
                if (!order.containsKey(node)) {
                    visit(node);
                }
            }
            return found;
        }

        private void visit(String node) {
            order.put(node, order.size());
            lowest.put(node, order.get(node));
            open.push(node);
            for (String next : edges.getOrDefault(node, Map.of()).keySet()) {
                if (!order.containsKey(next)) {
                    visit(next);
                    lowest.merge(node, lowest.get(next), Math::min);
                } else if (open.contains(next)) {
                    lowest.merge(node, order.get(next), Math::min);
                }
            }
            if (lowest.get(node).equals(order.get(node))) {
                close(node);
            }
        }

        private void close(String first) {
            TreeSet<String> circle = new TreeSet<>();
            String node;
            do {
                node = open.pop();
                circle.add(node);
            } while (!node.equals(first));
            if (circle.size() > 1) {
                found.add(List.copyOf(circle));
            }
        }
    }
}
