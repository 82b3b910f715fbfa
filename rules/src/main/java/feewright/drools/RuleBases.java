package feewright.drools;

import feewright.rule.RuleSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.builder.model.KieModuleModel;
import org.kie.api.runtime.KieContainer;

/**
 * Rule files compiled, one rule base for each rule set. Built as an executable model, the only kind that works on this Java.
 * Drools keeps every module it builds in a static repository: each is taken out at once, so that a pack that is no longer in
 * force can be collected with its classes.
 */
record RuleBases(Map<RuleSet, KieBase> bases, List<PackFault> faults) {

    private static final String FOLDER = "src/main/resources/feewright/pack/";
    private static final String PACKAGE = "feewright.pack.";

    /** Tells the builds of this process apart in the repository of Drools, as two may go on at once. */
    private static final AtomicLong BUILDS = new AtomicLong();

    static String packageOf(RuleSet set) {
        return PACKAGE + set.folder();
    }

    KieBase of(RuleSet set) {
        return Objects.requireNonNull(bases.get(set));
    }

    /** The rule bases, or what does not compile. */
    static RuleBases compile(List<PackFile> rules) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("feewright", "pack", String.valueOf(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        files.writeKModuleXML(module(services).toXML());
        Map<String, PackFile> written = new HashMap<>();
        for (PackFile rule : rules) {
            String name = rule.set().folder() + "/" + rule.origin().code() + "-" + rule.name();
            files.write(FOLDER + name, rule.text());
            written.put(name, rule);
        }
        ClassLoader classes = RuleBases.class.getClassLoader();
        try {
            KieBuilder builder = services.newKieBuilder(files, classes).buildAll(ExecutableModelProject.class);
            List<PackFault> faults = builder.getResults().getMessages(Message.Level.ERROR).stream()
                    .map(message -> fault(message, written))
                    .distinct()
                    .toList();
            return faults.isEmpty()
                    ? new RuleBases(bases(services.newKieContainer(release, classes)), List.of())
                    : new RuleBases(Map.of(), faults);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Rules that were compiled and yet are not there: a rule set that loaded fewer than it should. */
    List<PackFault> missing(List<CheckedRule> rules) {
        return rules.stream()
                .filter(rule -> of(rule.set()).getRule(packageOf(rule.set()), rule.name()) == null)
                .map(rule -> rule.fault("rule-lost", "report this: the rule was compiled, and is not in its rule set"))
                .toList();
    }

    private static KieModuleModel module(KieServices services) {
        KieModuleModel module = services.newKieModuleModel();
        for (RuleSet set : RuleSet.values()) {
            module.newKieBaseModel(set.folder()).addPackage(packageOf(set));
        }
        return module;
    }

    private static Map<RuleSet, KieBase> bases(KieContainer container) {
        Map<RuleSet, KieBase> bases = new EnumMap<>(RuleSet.class);
        for (RuleSet set : RuleSet.values()) {
            bases.put(set, container.getKieBase(set.folder()));
        }
        return Collections.unmodifiableMap(bases);
    }

    private static PackFault fault(Message message, Map<String, PackFile> written) {
        String path = Objects.requireNonNullElse(message.getPath(), "");
        PackFile file = written.entrySet().stream()
                .filter(entry -> path.endsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        String text = "correct it: the compiler says: " + message.getText().replaceAll("\\s+", " ");
        int line = Math.max(1, message.getLine());
        return file == null
                ? new PackFault("pack", line, "does-not-compile", text)
                : file.fault(line, "does-not-compile", text);
    }
}
