package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.rule.RuleSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DRL is code: what could run any does not load (design §3). */
class ForbiddenConstructsTest {

    private static final String CONDITION = "exists TimeFact(entry == $entry, workedOn.dayOfWeek.value > 5)";
    private static final String CONCLUSION = "insertLogical(new Violation(\"WKD-01\", $charged.ref()));";

    static Stream<Arguments> conditions() {
        return Stream.of(
                        "eval(true)|word-not-allowed",
                        "TimeFact(eval(true))|word-not-allowed",
                        "TimeFact(entry == $entry, java.lang.System.exit(1) == 0)|word-not-allowed",
                        "TimeFact(Runtime.getRuntime() != null)|word-not-allowed",
                        "TimeFact(new Object() != null)|word-not-allowed",
                        "TimeFact(entry.toString() == \"x\")|word-not-allowed",
                        "TimeFact(entry.class.classLoader != null)|word-not-allowed",
                        "TimeFact(getEntry() != null)|word-not-allowed",
                        "TimeFact(entry() != null)|call-not-allowed",
                        "TimeFact(minutes() > 1)|call-not-allowed",
                        "$charged(1)|call-not-allowed",
                        "TimeFact() from $charged|word-not-allowed",
                        "accumulate(TimeFact($m : minutes); $s : sum($m))|word-not-allowed",
                        "TimeFact(worker matches \"(a+)+\")|word-not-allowed",
                        "Object()|word-not-allowed",
                        "feewright.time.TimeFact()|word-not-allowed",
                        "SigningFact()|word-not-allowed",
                        "query()|word-not-allowed",
                        "TimeFact(minutes > 1.5)|sign-not-allowed",
                        "TimeFact(minutes > 1e3)|sign-not-allowed",
                        "TimeFact(worker == 'x')|sign-not-allowed",
                        "TimeFact(state == \"\\u0041\")|sign-not-allowed",
                        "TimeFact(workedOn#Object != null)|sign-not-allowed",
                        "TimeFact(roles[0] == 1)|sign-not-allowed",
                        "?TimeFact()|sign-not-allowed",
                        "TimeFact() @watch(*)|sign-not-allowed",
                        "TimeFact($x := entry)|sign-not-allowed",
                        "TimeFact(java::x)|sign-not-allowed",
                        "TimeFact(() -> true)|sign-not-allowed",
                        "TimeFact(); TimeFact()|sign-not-allowed",
                        "TimeFact() /* never closed|sign-not-allowed",
                        "TimeFact(\u2028)|sign-not-allowed",
                        "TimeFact()\r System|sign-not-allowed")
                .map(row -> Arguments.of((Object[]) row.split("\\|(?=[a-z-]+$)")));
    }

    static Stream<Arguments> conclusions() {
        return Stream.of(
                        "System.exit(1);",
                        "insert(new Violation(\"WKD-01\", $charged.ref()));",
                        "insertLogical(new Violation(\"WKD-01\", System.getenv(\"X\")));",
                        "insertLogical(new Violation(\"WKD-01\", \"line/1\"));",
                        "insertLogical(new Violation(\"INV-02\", $charged.ref()));",
                        "insertLogical(new Violation(\"WKD-01 work\", $charged.ref()));",
                        "insertLogical(new Violation(\"\", $charged.ref()));",
                        "insertLogical(new TimeFact());",
                        "insertLogical(new Violation(\"WKD-01\", $charged.ref()).code());",
                        "insertLogical(new Violation(\"WKD-01\", $charged.ref())); modify($charged) {}",
                        "modify($charged) { setLine(1) }",
                        "update($charged);",
                        "delete($charged);",
                        "drools.halt();",
                        "",
                        "insertLogical(new Violation(\"WKD-01\", $charged.ref()))")
                .map(Arguments::of);
    }

    static Stream<Arguments> files() {
        String rule = WeekendRule.DRL;
        return Stream.of(
                Arguments.of("salience", rule.replace("when", "salience 10 when"), "attribute-not-allowed"),
                Arguments.of("agenda group", rule.replace("when", "agenda-group \"a\" when"), "attribute-not-allowed"),
                Arguments.of("no loop", rule.replace("when", "no-loop when"), "attribute-not-allowed"),
                Arguments.of("dialect", rule.replace("when", "dialect \"mvel\" when"), "attribute-not-allowed"),
                Arguments.of("extends", rule.replace("when", "extends \"INV-02\" when"), "attribute-not-allowed"),
                Arguments.of("global", rule.replace("rule ", "global Object out rule "), "not-a-rule"),
                Arguments.of("function", rule.replace("rule ", "function void f() {} rule "), "not-a-rule"),
                Arguments.of("declare", rule.replace("rule ", "declare A end rule "), "not-a-rule"),
                Arguments.of("query", rule.replace("rule ", "query q() end rule "), "not-a-rule"),
                Arguments.of("unit", rule.replace("rule ", "unit A rule "), "not-a-rule"),
                Arguments.of("a second rule", rule + rule, "not-a-rule"),
                Arguments.of("a function afterwards", rule + "function void f() {}", "not-a-rule"),
                Arguments.of(
                        "static import",
                        rule.replace("import feewright.time", "import static feewright.time"),
                        "not-a-rule"),
                Arguments.of(
                        "function import", rule.replace("import feewright.time", "import function a.b"), "not-a-rule"),
                Arguments.of(
                        "any import", rule.replace("rule ", "import java.lang.Runtime rule "), "import-not-allowed"),
                Arguments.of(
                        "star import", rule.replace("rule ", "import feewright.time.* rule "), "import-not-allowed"),
                Arguments.of("other package", rule.replace("pack.invoice", "pack.time"), "wrong-package"),
                Arguments.of("no package", rule.replace("package feewright.pack.invoice", ""), "wrong-package"),
                Arguments.of("no code", rule.replace("rule \"WKD-01 ", "rule \""), "name"),
                Arguments.of("core code", rule.replace("WKD-01", "INV-02"), "code-taken"),
                Arguments.of("reserved code", rule.replace("WKD-01", "INV-99"), "code-reserved"),
                Arguments.of("other file name", rule.replace("on a weekend", "on a Sunday"), "file-name"),
                Arguments.of("empty", "", "wrong-package"));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void conditions_only_compare(String condition, String code) {
        String drl = WeekendRule.DRL.replace(CONDITION, condition);

        assertThat(faults(drl)).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.line()).isEqualTo(11);
        });
    }

    @ParameterizedTest
    @MethodSource("conclusions")
    void consequences_only_conclude_under_their_own_code(String conclusion) {
        String drl = WeekendRule.DRL.replace(CONCLUSION, conclusion);

        assertThat(faults(drl)).extracting(PackFault::code).contains("conclusion-not-allowed");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void a_file_is_one_rule_and_nothing_else(String what, String drl, String code) {
        assertThat(faults(drl)).as(what).extracting(PackFault::code).contains(code);
    }

    @Test
    void comments_and_texts_are_no_code() {
        String drl = WeekendRule.DRL
                .replace("// Agreed", "/* eval( System.exit(1) \" */ // \\u000a System.exit(1); \"")
                .replace("exists TimeFact(", "exists TimeFact( /* salience */ worker != null, // update(\n");

        assertThat(DrlReader.read(file(drl)).faults()).isEmpty();
        assertThat(DrlReader.read(file(drl)).rule().orElseThrow().text())
                .doesNotContain("System", "update", "salience");
    }

    @Test
    void a_rule_that_does_not_compile_is_named_with_its_file() {
        String drl = WeekendRule.DRL.replace("entry == $entry", "entry == $nothing");

        assertThat(faults(drl)).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("does-not-compile");
            assertThat(fault.file()).isEqualTo("invoice/" + WeekendRule.STEM + ".drl");
        });
    }

    private static List<PackFault> faults(String drl) {
        return Packs.faultsOf(CorePack.read().with(List.of(file(drl))));
    }

    private static PackFile file(String drl) {
        return Packs.authored(RuleSet.INVOICE, WeekendRule.STEM + ".drl", drl);
    }
}
