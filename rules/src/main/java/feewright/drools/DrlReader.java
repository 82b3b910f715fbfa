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
    private int at;

    private DrlReader(PackFile file, Lexed lexed) {
        this.file = file;
        this.lexed = lexed;
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
        if (!takeIf("rule")) {
            fault("not-a-rule", "begin the rule here: only package, imports and one rule may stand in a file");
            return Optional.empty();
        }
        int line = now().line();
        String name = now().kind() == Token.Kind.TEXT ? take().text() : "";
        if (!NAME.matcher(name).matches()) {
            fault("name", "name the rule with a code and a sentence, such as \"WKD-01 nobody works on Sunday\"");
        }
        if (!takeIf("when")) {
            fault("attribute-not-allowed", "write when after the name: rules have no attributes and extend none");
            return Optional.empty();
        }
        List<Token> conditions = until("then");
        faults.addAll(Conditions.faults(file, conditions));
        if (!takeIf("then")) {
            fault("no-conclusion", "write then, a conclusion, and end");
            return Optional.empty();
        }
        Set<String> conclusions = conclusions(name);
        if (now().kind() != Token.Kind.END) {
            fault("not-a-rule", "take this out: a file holds one rule, and nothing after its end");
        }
        return Optional.of(new CheckedRule(file, line, name, conditions, conclusions, lexed.code()));
    }

    private void head() {
        String wanted = RuleBases.packageOf(file.set());
        if (!takeIf("package") || !path().equals(wanted)) {
            fault("wrong-package", "begin the file with: package " + wanted);
        }
        takeIf(";");
        while (takeIf("import")) {
            int line = now().line();
            String imported = path();
            takeIf(";");
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
        while (now().is("insertLogical")) {
            Token kind = lexed.tokens().get(Math.min(at + 3, lexed.tokens().size() - 1));
            if (!Vocabulary.isConclusion(kind.text()) || !conclusion(name)) {
                break;
            }
            concluded.add(kind.text());
        }
        if (concluded.isEmpty() || !takeIf("end")) {
            fault(
                    "conclusion-not-allowed",
                    "conclude only like this, with the rule's own code and a fact bound above: "
                            + "insertLogical(new Violation(\"" + code(name) + "\", $fact.ref())); then end");
            at = lexed.tokens().size() - 1;
        }
        return concluded;
    }

    private boolean conclusion(String name) {
        boolean begun = takeIf("insertLogical") && takeIf("(") && takeIf("new");
        take();
        boolean coded = begun
                && takeIf("(")
                && now().kind() == Token.Kind.TEXT
                && take().text().equals(code(name));
        boolean bound = coded && takeIf(",") && take().isBinding() && takeIf(".") && takeIf("ref");
        return bound && takeIf("(") && takeIf(")") && takeIf(")") && takeIf(")") && takeIf(";");
    }

    private static String code(String name) {
        return name.split(" ", 2)[0];
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        while (now().kind() == Token.Kind.WORD) {
            path.append(take().text());
            if (!now().is(".")) {
                break;
            }
            path.append(take().text());
        }
        return path.toString();
    }

    private List<Token> until(String word) {
        int from = at;
        while (now().kind() != Token.Kind.END && !now().is(word)) {
            take();
        }
        return lexed.tokens().subList(from, at);
    }

    private boolean takeIf(String written) {
        if (now().kind() == Token.Kind.END || !now().is(written)) {
            return false;
        }
        take();
        return true;
    }

    private Token take() {
        Token token = now();
        at = Math.min(at + 1, lexed.tokens().size() - 1);
        return token;
    }

    private Token now() {
        return lexed.tokens().get(at);
    }

    private void fault(String code, String whatToDo) {
        faults.add(file.fault(now().line(), code, whatToDo));
    }
}
