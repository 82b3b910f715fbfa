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
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The map: api → {rules, db, stripe} → engine, each technology in one module, and the engine's packages in a line. */
@AnalyzeClasses(packages = "feewright", importOptions = ProductClasses.class)
class MapTest {

    private static final String[] ENGINE = {
        "feewright.money..",
        "feewright.platform..",
        "feewright.firm..",
        "feewright.privacy..",
        "feewright.archive..",
        "feewright.rule..",
        "feewright.engagement..",
        "feewright.time..",
        "feewright.invoice..",
        "feewright.ledger..",
        "feewright.credit..",
        "feewright.amendment..",
        "feewright.payment..",
        "feewright.attempt..",
        "feewright.refund..",
        "feewright.dispute..",
        "feewright.processor..",
        "feewright.webhook..",
        "feewright.report..",
        "feewright.run..",
        "feewright.whatif..",
        "feewright.engine.."
    };

    /** The packages of the engine, in the order in which they may know one another. */
    static List<String> packages() {
        return Arrays.stream(ENGINE)
                .map(name -> name.replaceAll("feewright\\.|\\.\\.", ""))
                .toList();
    }

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
    static final ArchRule the_packages_of_the_engine_form_a_line = line();

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
    static final ArchRule the_tools_of_sql_are_for_the_adapters_alone = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.jdbc..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("feewright.jdbc.sql..");

    @ArchTest
    static final ArchRule the_packages_of_the_database_are_free_of_cycles =
            slices().matching("feewright.jdbc.(*)..").should().beFreeOfCycles();

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
            .haveNameNotMatching("feewright\\.jdbc\\.database\\.JdbcLocks(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("net.javacrumbs..");

    @ArchTest
    static final ArchRule the_command_line_is_read_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("feewright.api.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("picocli..");

    @ArchTest
    static final ArchRule nothing_is_called_common_util_or_core = noClasses()
            .that(alwaysTrue())
            .should()
            .resideInAnyPackage("..common..", "..util..", "..utils..", "..core..", "..helper..", "..misc..");

    /**
     * Each package is known by those that come after it. Runs bill and know nothing of what is paid; runs are known by what judges
     * again what they set aside; reports and what-ifs only by the class that makes them all.
     */
    private static ArchRule line() {
        List<String> line = List.of(
                "platform",
                "firm",
                "privacy",
                "archive",
                "rule",
                "engagement",
                "time",
                "invoice",
                "ledger",
                "credit",
                "amendment",
                "payment",
                "attempt",
                "refund",
                "dispute",
                "processor",
                "webhook",
                "report");
        LayeredArchitecture architecture = layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .withOptionalLayers(true)
                .layer("run")
                .definedBy("feewright.run..")
                .layer("whatif")
                .definedBy("feewright.whatif..")
                .layer("engine")
                .definedBy("feewright.engine..");
        for (String name : line) {
            architecture = architecture.layer(name).definedBy("feewright." + name + "..");
        }
        for (String name : line.subList(0, line.size() - 1)) {
            List<String> later = new ArrayList<>(line.subList(line.indexOf(name) + 1, line.size()));
            if (line.indexOf(name) <= line.indexOf("ledger")) {
                later.add("run");
            }
            if (line.indexOf(name) <= line.indexOf("invoice")) {
                later.add("whatif");
            }
            later.add("engine");
            architecture = architecture.whereLayer(name).mayOnlyBeAccessedByLayers(later.toArray(String[]::new));
        }
        return architecture
                .whereLayer("run")
                .mayOnlyBeAccessedByLayers("whatif", "engine")
                .whereLayer("whatif")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("engine")
                .whereLayer("engine")
                .mayNotBeAccessedByAnyLayer();
    }
}
