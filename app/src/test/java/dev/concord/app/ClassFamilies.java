package dev.concord.app;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes a slice of each class, with the classes nested in it; a sealed type and the types it permits are one slice. As
 * packages have no cycles, a cycle of these slices is one of classes of the same package.
 */
final class ClassFamilies implements SliceAssignment {
    /** For a permitted type the name of the sealed type, each by the name of its top-level class. */
    private final Map<String, String> sealedTypes = new HashMap<>();

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(family(type.reflect()));
    }

    @Override
    public String getDescription() {
        return "classes with what is nested in them, and sealed types with what they permit";
    }

    private String family(Class<?> type) {
        Class<?> outer = topLevel(type);
        return sealedTypes.computeIfAbsent(outer.getName(), _ -> sealedTypeOf(outer).getName());
    }

    /** The sealed type of the same package that permits a class, or one that permits that; the class itself without one. */
    private static Class<?> sealedTypeOf(Class<?> type) {
        for (Class<?> above : type.getInterfaces()) {
            if (above.isSealed() && above.getPackage().equals(type.getPackage())) {
                return sealedTypeOf(topLevel(above));
            }
        }
        Class<?> superclass = type.getSuperclass();
        return superclass != null && superclass.isSealed() ? sealedTypeOf(topLevel(superclass)) : type;
    }

    private static Class<?> topLevel(Class<?> type) {
        Class<?> outer = type;
        while (outer.getEnclosingClass() != null) {
            outer = outer.getEnclosingClass();
        }
        return outer;
    }
}
