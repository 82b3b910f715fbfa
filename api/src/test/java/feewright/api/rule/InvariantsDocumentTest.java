package feewright.api.rule;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Server;
import feewright.api.fixture.Superuser;
import feewright.drools.DroolsRulebook;
import feewright.drools.PackDescription.DescribedRule;
import feewright.drools.RuleLayer;
import feewright.invoice.Assessment;
import feewright.rule.Refusal;
import feewright.rule.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/invariants.md} true: what it names is there, and no core rule is left out of it (design §4). */
class InvariantsDocumentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CODE = Pattern.compile("\\b[A-Z]+-[0-9]{2}\\b");
    private static final Pattern REFUSAL = Pattern.compile("\\bENGINE-[0-9]{2}\\b");
    private static final Pattern NAME = Pattern.compile("`([a-z][a-z_]+)`");

    /** Not rules but what is said where no rule spoke. */
    private static final Set<String> DEFAULTS = Set.of(Assessment.UNJUSTIFIED, Verdict.UNJUDGED);

    @Test
    void every_core_rule_is_named_and_no_other() throws IOException {
        Set<String> named = found(CODE, Files.readString(document()));
        named.removeAll(DEFAULTS);
        Arrays.stream(Refusal.values()).map(Refusal::code).forEach(named::remove);

        assertThat(named).isEqualTo(coreCodes());
    }

    @Test
    void every_refusal_of_the_engine_itself_is_named_and_no_other() throws IOException {
        Set<String> named = found(REFUSAL, Files.readString(document()));

        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Refusal.values()).map(Refusal::code).toList());
    }

    @Test
    void every_constraint_and_table_named_exists() throws IOException, SQLException {
        Set<String> known = new TreeSet<>(constraints());
        known.addAll(Superuser.ask("select relname from pg_class where relnamespace = 'public'::regnamespace"));
        known.addAll(Superuser.ask("select column_name from information_schema.columns where table_schema = 'public'"));

        List<Row> rows = rows();

        assertThat(rows).hasSizeGreaterThan(20);
        assertThat(rows).allSatisfy(row -> assertThat(known).as(row.what()).containsAll(row.names()));
    }

    @Test
    void every_constraint_named_is_tried_by_hand() throws IOException, SQLException {
        StringBuilder tried = new StringBuilder();
        try (Stream<Path> tests = Files.walk(ROOT.resolve("db/src/test/java/feewright/jdbc"))) {
            for (Path test : tests.filter(file -> file.toString().endsWith("ConstraintTest.java"))
                    .toList()) {
                tried.append(Files.readString(test));
            }
        }
        Set<String> constraints = constraints();
        Set<String> named = new TreeSet<>();
        for (Row row : rows()) {
            row.names().stream().filter(constraints::contains).forEach(named::add);
            row.primaryKeys().forEach(table -> named.add(table + "_pkey"));
        }

        assertThat(named).hasSizeGreaterThan(15);
        assertThat(named).allSatisfy(name -> assertThat(tried).contains("\"" + name + "\""));
    }

    @Test
    void every_invariant_has_a_guard_beside_its_type_or_says_why_not() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            boolean rule = CODE.matcher(row.rule()).find() || row.rule().contains("(");
            boolean database = !row.database().equals("–");
            assertThat(rule || database).as(row.what()).isTrue();
        });
    }

    private static Set<String> coreCodes() {
        Set<String> codes = new TreeSet<>();
        Server.running().context.getBean(DroolsRulebook.class).description().rules().stream()
                .filter(rule -> rule.origin() == RuleLayer.CORE)
                .map(DescribedRule::code)
                .forEach(codes::add);
        return codes;
    }

    private static Set<String> constraints() throws SQLException {
        return Set.copyOf(
                Superuser.ask("select conname from pg_constraint where connamespace = 'public'::regnamespace"));
    }

    /** One line of the table. */
    private record Row(String what, String rule, String database) {

        Set<String> names() {
            return found(NAME, database);
        }

        /** The tables whose primary key is said to hold. */
        Set<String> primaryKeys() {
            return found(Pattern.compile("primary key of `([a-z_]+)`"), database);
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(document())) {
            String[] cells = line.split("\\|", -1);
            if (cells.length == 6 && !cells[1].contains("---") && !cells[1].contains("what holds")) {
                rows.add(new Row(cells[1].strip(), cells[3].strip(), cells[4].strip()));
            }
        }
        return rows;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(matcher.groupCount()));
        }
        return found;
    }

    private static Path document() {
        return ROOT.resolve("docs/invariants.md");
    }
}
