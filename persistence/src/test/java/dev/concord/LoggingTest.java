package dev.concord;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.concord", importOptions = ImportOption.DoNotIncludeTests.class)
class LoggingTest {
    private static final DescribedPredicate<JavaCall<?>> LOGS_AN_EXCEPTION = DescribedPredicate.describe(
            "logs an exception",
            call -> isLogger(call)
                    && call.getTarget().getRawParameterTypes().stream().anyMatch(assignableTo(Throwable.class)));

    @ArchTest
    static final ArchRule noExceptionReachesALogger = noClasses()
            .should()
            .callCodeUnitWhere(LOGS_AN_EXCEPTION)
            .because("an exception's message may hold values of records: log FaultText.of(exception)");

    private static boolean isLogger(JavaCall<?> call) {
        return assignableTo(System.Logger.class)
                .or(assignableTo(java.util.logging.Logger.class))
                .or(assignableTo(java.util.logging.LogRecord.class))
                .test(call.getTargetOwner());
    }
}
