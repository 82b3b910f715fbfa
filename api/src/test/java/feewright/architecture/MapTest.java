package feewright.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The map: api → {rules, db, stripe} → engine, each technology in one module, and the engine's packages in a line. */
@AnalyzeClasses(packages = "feewright", importOptions = ProductClasses.class)
class MapTest {

    private static final String[] ENGINE = {
        "feewright.money..",
        "feewright.firm..",
        "feewright.rule..",
        "feewright.engagement..",
        "feewright.time..",
        "feewright.invoice..",
        "feewright.receivable..",
        "feewright.credit..",
        "feewright.payment..",
        "feewright.attempt..",
        "feewright.report..",
        "feewright.run.."
    };

    @ArchTest
    static final ArchRule adapters_know_the_engine_and_never_each_other = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("feewright..")
            .layer("engine")
            .definedBy(ENGINE)
            .layer("rules")
            .definedBy("feewright.drools..")
            .layer("db")
            .definedBy("feewright.jdbc..")
            .layer("stripe")
            .definedBy("feewright.stripe..")
            .layer("api")
            .definedBy("feewright.api..")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("rules")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("db")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("stripe")
            .mayOnlyBeAccessedByLayers("api")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule the_engine_uses_the_jdk_and_three_small_libraries = classes()
            .that()
            .resideInAnyPackage(ENGINE)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(ENGINE)
                    .or(resideInAnyPackage(
                            "java.lang..",
                            "java.math..",
                            "java.nio.charset..",
                            "java.security..",
                            "java.time..",
                            "java.util..",
                            "org.joda.money..",
                            "org.threeten.extra..",
                            "org.jspecify..")));

    @ArchTest
    static final ArchRule the_packages_of_the_engine_form_a_line = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("money")
            .definedBy("feewright.money..")
            .layer("firm")
            .definedBy("feewright.firm..")
            .layer("rule")
            .definedBy("feewright.rule..")
            .layer("engagement")
            .definedBy("feewright.engagement..")
            .layer("time")
            .definedBy("feewright.time..")
            .layer("invoice")
            .definedBy("feewright.invoice..")
            .layer("receivable")
            .definedBy("feewright.receivable..")
            .layer("credit")
            .definedBy("feewright.credit..")
            .layer("payment")
            .definedBy("feewright.payment..")
            .layer("attempt")
            .definedBy("feewright.attempt..")
            .layer("report")
            .definedBy("feewright.report..")
            .layer("run")
            .definedBy("feewright.run..")
            .whereLayer("run")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("report")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("attempt")
            .mayOnlyBeAccessedByLayers("report")
            .whereLayer("payment")
            .mayOnlyBeAccessedByLayers("attempt", "report")
            .whereLayer("credit")
            .mayOnlyBeAccessedByLayers("payment", "attempt", "report")
            .whereLayer("receivable")
            .mayOnlyBeAccessedByLayers("credit", "payment", "attempt", "report")
            .whereLayer("invoice")
            .mayOnlyBeAccessedByLayers("receivable", "credit", "payment", "attempt", "report", "run")
            .whereLayer("time")
            .mayOnlyBeAccessedByLayers("invoice", "receivable", "credit", "payment", "attempt", "report", "run")
            .whereLayer("engagement")
            .mayOnlyBeAccessedByLayers("time", "invoice", "receivable", "credit", "payment", "attempt", "report", "run")
            .whereLayer("rule")
            .mayOnlyBeAccessedByLayers(
                    "engagement", "time", "invoice", "receivable", "credit", "payment", "attempt", "report", "run")
            .whereLayer("firm")
            .mayOnlyBeAccessedByLayers(
                    "rule",
                    "engagement",
                    "time",
                    "invoice",
                    "receivable",
                    "credit",
                    "payment",
                    "attempt",
                    "report",
                    "run");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("feewright.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_packages_of_the_api_are_free_of_cycles =
            slices().matching("feewright.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rules_are_run_in_one_module = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.drools..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.kie..", "org.drools..");

    @ArchTest
    static final ArchRule the_database_is_spoken_to_in_one_module = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "org.springframework.jdbc..", "org.postgresql..", "liquibase..", "io.zonky..");

    @ArchTest
    static final ArchRule stripe_is_called_and_read_in_one_module = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.stripe..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.stripe..", "com.google.gson..");

    @ArchTest
    static final ArchRule web_security_and_scheduling_stay_in_the_api = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.security..",
                    "org.springframework.scheduling..",
                    "org.springframework.boot..",
                    "jakarta.servlet..");

    /** ShedLock speaks to the database through Spring JDBC, so its provider is made where that may be known. */
    @ArchTest
    static final ArchRule locks_are_made_in_the_db_and_taken_in_the_api = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.api..")
            .and()
            .doNotHaveFullyQualifiedName("feewright.jdbc.JdbcLocks")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.javacrumbs..");

    @ArchTest
    static final ArchRule nothing_is_called_common_util_or_core = noClasses()
            .that(alwaysTrue())
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..core..", "..helper..", "..misc..");
}
