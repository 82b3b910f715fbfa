package feewright.drools;

import feewright.drools.DrlLexer.Lexed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads one rule file: {@code package}, imports, one rule, nothing else. The grammar is much smaller than that of DRL on purpose:
 * no attributes, functions, globals, queries, declarations; conditions of the closed vocabulary; conclusions of one shape.
 */
final class DrlReader {

    private static final Pattern NAME = Pattern.compile("[A-Z]{2,8}-[0-9]{2,3} [a-z][A-Za-z0-9 ,'-]{4,110}");

    private final PackFile file;
    private final Lexed lexed;
    private final List<PackFault> faults;
    private final Tokens tokens;

    private DrlReader(PackFile file, Lexed lexed) {
        this.file = file;
        this.lexed = lexed;
        this.tokens = new Tokens(lexed.tokens());
        this.faults = new ArrayList<>(lexed.faults());
    }

    /** The rule, unless what is wrong leaves none. A rule is only used when there are no faults at all. */
    record Read(Optional<CheckedRule> rule, List<PackFault> faults) {}

    static Read read(PackFile file) {
        DrlReader reader = new DrlReader(file, DrlLexer.read(file));
        Optional<CheckedRule> rule = reader.file();
        return new Read(rule, List.copyOf(reader.faults));
    }

    private Optional<CheckedRule> file() {
        head();
        if (!tokens.takeIf("rule")) {
            fault("not-a-rule", "begin the rule here: only package, imports and one rule may stand in a file");
            return Optional.empty();
        }
        int line = tokens.now().line();
        String name = tokens.now().kind() == Token.Kind.TEXT ? tokens.take().text() : "";
        if (!NAME.matcher(name).matches()) {
            fault("name", "name the rule with a code and a sentence, such as \"WKD-01 nobody works on Sunday\"");
        }
        if (!tokens.takeIf("when")) {
            fault("attribute-not-allowed", "write when after the name: rules have no attributes and extend none");
            return Optional.empty();
        }
        List<Token> conditions = tokens.until("then");
        faults.addAll(Conditions.faults(file, conditions));
        if (!tokens.takeIf("then")) {
            fault("no-conclusion", "write then, a conclusion, and end");
            return Optional.empty();
        }
        Set<String> conclusions = conclusions(name);
        if (tokens.now().kind() != Token.Kind.END) {
            fault("not-a-rule", "take this out: a file holds one rule, and nothing after its end");
        }
        return Optional.of(new CheckedRule(file, line, name, conditions, conclusions, lexed.code()));
    }

    private void head() {
        String wanted = CompiledSet.packageOf(file.set());
        if (!tokens.takeIf("package") || !tokens.path().equals(wanted)) {
            fault("wrong-package", "begin the file with: package " + wanted);
        }
        tokens.takeIf(";");
        while (tokens.takeIf("import")) {
            int line = tokens.now().line();
            String imported = tokens.path();
            tokens.takeIf(";");
            if (!Vocabulary.mayImport(file.set(), imported)) {
                faults.add(file.fault(
                        line,
                        "import-not-allowed",
                        "import only the facts of this rule set, their enums " + "and the conclusions; not: "
                                + imported));
            }
        }
    }

    private Set<String> conclusions(String name) {
        Set<String> concluded = new LinkedHashSet<>();
        while (tokens.now().is("insertLogical")) {
            Token kind = tokens.ahead(3);
            if (!Vocabulary.isConclusion(kind.text()) || !conclusion(name)) {
                break;
            }
            concluded.add(kind.text());
        }
        if (concluded.isEmpty() || !tokens.takeIf("end")) {
            fault(
                    "conclusion-not-allowed",
                    "conclude only like this, with the rule's own code and a fact bound above: "
                            + "insertLogical(new Violation(\"" + code(name) + "\", $fact.ref())); then end");
            tokens.skipAll();
        }
        return concluded;
    }

    private boolean conclusion(String name) {
        boolean begun = tokens.takeIf("insertLogical") && tokens.takeIf("(") && tokens.takeIf("new");
        tokens.take();
        boolean coded = begun
                && tokens.takeIf("(")
                && tokens.now().kind() == Token.Kind.TEXT
                && tokens.take().text().equals(code(name));
        boolean bound =
                coded && tokens.takeIf(",") && tokens.take().isBinding() && tokens.takeIf(".") && tokens.takeIf("ref");
        return bound
                && tokens.takeIf("(")
                && tokens.takeIf(")")
                && tokens.takeIf(")")
                && tokens.takeIf(")")
                && tokens.takeIf(";");
    }

    private static String code(String name) {
        return name.split(" ", 2)[0];
    }

    private void fault(String code, String whatToDo) {
        faults.add(file.fault(tokens.now().line(), code, whatToDo));
    }
}
