package dev.concord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

@AnalyzeClasses(packages = "dev.concord", importOptions = ImportOption.DoNotIncludeTests.class)
class SimpleNameTest {

    @ArchTest
    static final ArchRule everyClassHasItsOwnSimpleName = classes()
            .that()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(new ArchCondition<JavaClass>("have a simple name that no other class has") {
                private Map<String, Long> counts = Map.of();

                @Override
                public void init(Collection<JavaClass> all) {
                    counts = all.stream()
                            .collect(Collectors.groupingBy(JavaClass::getSimpleName, Collectors.counting()));
                }

                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean alone = counts.getOrDefault(type.getSimpleName(), 0L) == 1;
                    events.add(new SimpleConditionEvent(
                            type, alone, type.getName() + " has the simple name of another class"));
                }
            })
            .because("a word that names two things makes a reader look twice to see which is meant");
}
