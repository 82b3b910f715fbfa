package feewright.drools;

import feewright.rule.RuleSet;
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

/**
 * The rules of one set and what they compile to. Built as an executable model, the only kind that works on this Java. Drools keeps
 * every module that it builds in a static repository: each is taken out at once, so that a pack that is no longer in force can be
 * collected with its classes.
 */
record CompiledSet(List<PackFile> rules, KieBase base) {

    private static final String FOLDER = "src/main/resources/feewright/pack/";
    private static final String PACKAGE = "feewright.pack.";

    /** Tells the builds of this process apart in the repository of Drools, as two may go on at once. */
    private static final AtomicLong BUILDS = new AtomicLong();

    /** What came of it. */
    sealed interface Compiling {

        record Done(CompiledSet compiled) implements Compiling {}

        record Failed(List<PackFault> faults) implements Compiling {}
    }

    static String packageOf(RuleSet set) {
        return PACKAGE + set.folder();
    }

    static Compiling compile(RuleSet set, List<PackFile> rules) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("feewright", "pack", String.valueOf(BUILDS.incrementAndGet()));
        KieFileSystem files = services.newKieFileSystem();
        files.generateAndWritePomXML(release);
        KieModuleModel module = services.newKieModuleModel();
        module.newKieBaseModel(set.folder()).addPackage(packageOf(set));
        files.writeKModuleXML(module.toXML());
        Map<String, PackFile> written = new HashMap<>();
        for (PackFile rule : rules) {
            String name = set.folder() + "/" + rule.origin().code() + "-" + rule.name();
            files.write(FOLDER + name, rule.text());
            written.put(name, rule);
        }
        ClassLoader classes = CompiledSet.class.getClassLoader();
        try {
            KieBuilder builder = services.newKieBuilder(files, classes).buildAll(ExecutableModelProject.class);
            List<PackFault> faults = builder.getResults().getMessages(Message.Level.ERROR).stream()
                    .map(message -> fault(message, written))
                    .distinct()
                    .toList();
            return faults.isEmpty()
                    ? new Compiling.Done(new CompiledSet(
                            rules, services.newKieContainer(release, classes).getKieBase(set.folder())))
                    : new Compiling.Failed(faults);
        } finally {
            services.getRepository().removeKieModule(release);
        }
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
