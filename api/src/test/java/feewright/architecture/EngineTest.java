package feewright.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What no class may do: read a clock or make ids by chance outside the edge, count in floating point, hide what it is. */
@AnalyzeClasses(packages = "feewright", importOptions = ProductClasses.class)
class EngineTest {

    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.system",
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.UUID.randomUUID");

    @ArchTest
    static final ArchRule nothing_below_the_api_reads_a_clock = noClasses()
            .that()
            .resideOutsideOfPackages("feewright.api..", "feewright.bench..")
            .should()
            .accessTargetWhere(isOneOf(CLOCKS));

    @ArchTest
    static final ArchRule nothing_counts_in_floating_point = classes()
            .that()
            .resideOutsideOfPackage("feewright.bench..")
            .should(notMention(Set.of("double", "float", "java.lang.Double", "java.lang.Float")));

    @ArchTest
    static final ArchRule names_say_what_things_are = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|DTO)(\\$.*)?")
            .orShould()
            .haveNameMatching(".*[.$](Default|Abstract|Base)[A-Z].*");

    @ArchTest
    static final ArchRule classes_are_composed_and_not_extended = classes()
            .that()
            .resideOutsideOfPackage("feewright.api..")
            .and()
            .areNotInterfaces()
            .and()
            .areNotAnonymousClasses()
            .and()
            .areNotEnums()
            .should()
            .haveModifier(JavaModifier.FINAL);

    @ArchTest
    static final ArchRule a_method_takes_at_most_four_parameters = classes().should(takeAtMostFourParameters());

    private static DescribedPredicate<JavaAccess<?>> isOneOf(Set<String> targets) {
        return DescribedPredicate.describe("is one of " + targets, access -> {
            AccessTarget target = access.getTarget();
            return targets.contains(target.getOwner().getFullName() + "." + target.getName());
        });
    }

    private static ArchCondition<JavaClass> notMention(Set<String> types) {
        return new ArchCondition<>("mention none of " + types) {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                Stream<JavaClass> fields = checked.getFields().stream().map(field -> field.getRawType());
                Stream<JavaClass> signatures = checked.getCodeUnits().stream()
                        .flatMap(unit -> Stream.concat(
                                unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType())));
                List<String> mentioned = Stream.concat(fields, signatures)
                        .map(JavaClass::getFullName)
                        .filter(types::contains)
                        .distinct()
                        .toList();
                if (!mentioned.isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(checked, checked.getFullName() + " mentions " + mentioned));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> takeAtMostFourParameters() {
        return new ArchCondition<>("have methods with at most four parameters") {
            @Override
            public void check(JavaClass checked, ConditionEvents events) {
                checked.getMethods().stream()
                        .filter(method -> isWritten(method)
                                && !isCalledByAFramework(method)
                                && method.getRawParameterTypes().size() > 4)
                        .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getFullName())));
            }
        };
    }

    /**
     * Nobody writes a call of such a method: a framework fills in its parameters, one for each query parameter or bean, or has
     * said itself what they are.
     */
    private static boolean isCalledByAFramework(JavaMethod method) {
        return method.isMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
                || method.isAnnotatedWith("org.springframework.context.annotation.Bean")
                || Stream.concat(
                                method.getOwner().getAllRawSuperclasses().stream(),
                                method.getOwner().getAllRawInterfaces().stream())
                        .filter(type -> !type.getPackageName().startsWith("feewright"))
                        .anyMatch(type -> type.getMethods().stream()
                                .anyMatch(other -> other.getName().equals(method.getName())
                                        && other.getRawParameterTypes().size()
                                                == method.getRawParameterTypes().size()));
    }

    private static boolean isWritten(JavaCodeUnit unit) {
        return !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && !unit.getModifiers().contains(JavaModifier.BRIDGE)
                && !unit.getName().startsWith("lambda$");
    }
}
