package dev.concord.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
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
import org.jspecify.annotations.NullMarked;

/** The rules that hold for the classes of all modules. */
@AnalyzeClasses(packages = "dev.concord", importOptions = ImportOption.DoNotIncludeTests.class)
class WholeProgramTest {
    private static final DescribedPredicate<JavaCall<?>> LOGS_AN_EXCEPTION = DescribedPredicate.describe(
            "logs an exception",
            call -> isLogger(call)
                    && call.getTarget().getRawParameterTypes().stream().anyMatch(assignableTo(Throwable.class)));

    @ArchTest
    static final ArchRule classesOfAPackageHaveNoCircles = slices().assignedFrom(new ClassFamilies())
            .should()
            .beFreeOfCycles()
            .because("a class is understood with those it needs, and none of them needs it");

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

    @ArchTest
    static final ArchRule noExceptionReachesALogger = noClasses()
            .should()
            .callCodeUnitWhere(LOGS_AN_EXCEPTION)
            .because("an exception's message may hold values of records: log FaultText.of(exception)");

    @ArchTest
    static final ArchRule everyPackageIsNullMarked = classes()
            .should(new ArchCondition<JavaClass>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                    events.add(new SimpleConditionEvent(type, marked, type.getName() + " is not @NullMarked"));
                }
            })
            .because("NullAway checks marked code only");

    private static boolean isLogger(JavaCall<?> call) {
        return assignableTo(System.Logger.class)
                .or(assignableTo(java.util.logging.Logger.class))
                .or(assignableTo(java.util.logging.LogRecord.class))
                .test(call.getTargetOwner());
    }
}
