package feewright.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.Message;
import org.kie.api.runtime.ClassObjectFilter;

/** Shows that DRL text becomes an executable model and fires on records. */
public class ExecutableModelTest {

    public record Hours(String entry, long minutes) {}

    public record Refused(String entry) {}

    private static final String DRL = """
        package feewright.rules.smoke

        import feewright.rules.ExecutableModelTest.Hours
        import feewright.rules.ExecutableModelTest.Refused

        rule "SMOKE-01 work takes time"
        when
            Hours(minutes <= 0, $entry : entry)
        then
            insertLogical(new Refused($entry));
        end
        """;

    @Test
    void a_rule_from_text_fires_on_a_record() {
        var session = build(DRL).newKieSession();

        session.insert(new Hours("one", 90));
        session.insert(new Hours("two", 0));
        session.fireAllRules(100);

        List<Object> conclusions = List.copyOf(session.getObjects(new ClassObjectFilter(Refused.class)));
        session.dispose();
        assertThat(conclusions).containsExactly(new Refused("two"));
    }

    private static KieBase build(String drl) {
        var services = KieServices.get();
        var files = services.newKieFileSystem();
        var module = services.newKieModuleModel();
        module.newKieBaseModel("smoke").setDefault(true).addPackage("*");
        files.writeKModuleXML(module.toXML());
        files.write("src/main/resources/feewright/rules/smoke/smoke.drl", drl);

        var builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertThat(builder.getResults().getMessages(Message.Level.ERROR)).isEmpty();
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }
}
