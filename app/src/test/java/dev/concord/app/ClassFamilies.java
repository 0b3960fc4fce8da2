package dev.concord.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes a slice of each top-level class, with the classes nested in it; sealed types and the types they permit are one slice.
 * As packages have no cycles, a cycle of these slices is one of classes of the same package.
 */
final class ClassFamilies implements SliceAssignment {
    /** The first name of each top-level class's family. */
    private final Map<Class<?>, String> families = new HashMap<>();

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(families.computeIfAbsent(topLevel(type.reflect()), ClassFamilies::familyOf));
    }

    @Override
    public String getDescription() {
        return "classes with what is nested in them, and sealed types with what they permit";
    }

    private static String familyOf(Class<?> first) {
        TreeSet<String> names = new TreeSet<>();
        Deque<Class<?>> reached = new ArrayDeque<>(List.of(first));
        while (!reached.isEmpty()) {
            Class<?> member = reached.pop();
            if (names.add(member.getName())) {
                withNested(member)
                        .flatMap(ClassFamilies::related)
                        .map(ClassFamilies::topLevel)
                        .filter(other -> other.getPackage().equals(first.getPackage()))
                        .forEach(reached::push);
            }
        }
        return names.getFirst();
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Stream.concat(
                Stream.of(type), Stream.of(type.getDeclaredClasses()).flatMap(ClassFamilies::withNested));
    }

    /** The sealed types a type extends, and the types it permits if it is sealed itself. */
    private static Stream<Class<?>> related(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        Stream<Class<?>> below = type.isSealed() ? Stream.of(type.getPermittedSubclasses()) : Stream.empty();
        return Stream.concat(above.filter(Class::isSealed), below);
    }

    private static Class<?> topLevel(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
