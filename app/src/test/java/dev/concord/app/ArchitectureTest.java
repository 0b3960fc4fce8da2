package dev.concord.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.concord.app", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.concord.app.(*)..").should().beFreeOfCycles().because("features stand alone");

    @ArchTest
    static final ArchRule packagesInsideAFeatureHaveNoCycles = slices().matching("dev.concord.app.(**)")
            .should()
            .beFreeOfCycles()
            .because("a part stands without the whole");

    @ArchTest
    static final ArchRule modelsKnowNoControls = classes()
            .that()
            .haveSimpleNameEndingWith("Model")
            .should()
            .onlyDependOnClassesThat(not(resideInAPackage("javafx.."))
                    .or(resideInAnyPackage("javafx.beans..", "javafx.collections..", "javafx.util..")))
            .because("a model is tested without a toolkit");

    @ArchTest
    static final ArchRule viewsNeverSeeTheDatabase = noClasses()
            .that()
            .haveSimpleNameEndingWith("View")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.concord.store..", "dev.concord.sql..", "dev.concord.database..", "java.sql..", "javax.sql..")
            .because("a view binds to its model and paints");

    @ArchTest
    static final ArchRule onlyTaskKnowsThreads = noClasses()
            .that()
            .resideOutsideOfPackages("dev.concord.app.task..", "dev.concord.app.gateway.http..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Thread")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("javafx.concurrent.Task")
            .orShould()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .resideInAPackage("java.util.concurrent..")
            .because("one place decides what runs where, and another one in a server without a window");

    @ArchTest
    static final ArchRule theGatewayKnowsNoWindow = noClasses()
            .that()
            .resideInAPackage("dev.concord.app.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("javafx..")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("View")
            .orShould()
            .dependOnClassesThat()
            .haveSimpleNameEndingWith("Model")
            .because("it serves on computers that have no JavaFX");

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().matching(
                    "dev.concord.app.(connect|browse|edit|paste|conflict|saving|settings)..")
            .should()
            .notDependOnEachOther()
            .because("workspace and shell connect them with callbacks");

    @ArchTest
    static final ArchRule pendingEditsKnowNoScreen = noClasses()
            .that()
            .resideInAPackage("dev.concord.app.pending..")
            .should()
            .dependOnClassesThat(resideInAPackage("dev.concord.app..")
                    .and(not(resideInAnyPackage("dev.concord.app.pending..", "dev.concord.app.task.."))))
            .because("every screen is a view of them, and none may own a part of them");

    @ArchTest
    static final ArchRule sqlStaysInPersistence = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "dev.concord.sql..", "dev.concord.value..")
            .because("the window speaks of records, not of SQL");
}
