package dev.concord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.concord", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("dev.concord.(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package is understood on its own or not at all");

    @ArchTest
    static final ArchRule jooqStaysInCatalogSqlAndQuery = noClasses()
            .that()
            .resideOutsideOfPackages("dev.concord.catalog..", "dev.concord.sql..", "dev.concord.query..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jooq..")
            .because("a record must make sense without the library that read it");

    @ArchTest
    static final ArchRule noWindow = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
            .because("persistence is plain Java and runs on a server too");

    @ArchTest
    static final ArchRule onlyDiffKnowsDiffUtils = noClasses()
            .that()
            .resideOutsideOfPackage("dev.concord.diff..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.difflib..")
            .because("the merge speaks of hunks, not of a library's deltas");

    @ArchTest
    static final ArchRule onlyTransferKnowsFastCsv = noClasses()
            .that()
            .resideOutsideOfPackage("dev.concord.transfer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv..")
            .because("everything else knows blocks of cells, not how they are quoted");

    @ArchTest
    static final ArchRule jacksonStaysWhereJsonIsMergedKeptOrWritten = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.concord.merge.json..",
                    "dev.concord.disk..",
                    "dev.concord.journal..",
                    "dev.concord.drafts..",
                    "dev.concord.transfer..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("the merge speaks of paths and what they mean, not of a library's tokens");

    @ArchTest
    static final ArchRule valuesKnowNoDatabase = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.concord.record..",
                    "dev.concord.outcome..",
                    "dev.concord.version..",
                    "dev.concord.merge..",
                    "dev.concord.diff..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "dev.concord.database..", "dev.concord.store..")
            .because("merging and digests are pure functions of values");

    @ArchTest
    static final ArchRule whatIsKeptOnTheDiskKnowsRecordsOnly = noClasses()
            .that()
            .resideInAnyPackage("dev.concord.disk..", "dev.concord.journal..", "dev.concord.drafts..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "dev.concord.database..",
                    "dev.concord.version..",
                    "dev.concord.outcome..",
                    "dev.concord.merge..",
                    "dev.concord.value..",
                    "dev.concord.sql..",
                    "dev.concord.query..",
                    "dev.concord.store..")
            .because("what is kept must be readable whatever becomes of the database it came from");
}
