package feewright.api.demo;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;

/** Says on the console where everything is, and who may try it. */
record DemoAnnouncement(DemoTokens tokens, ObjectProvider<DemoExamples> examples, PrintStream out)
        implements ApplicationListener<ApplicationReadyEvent> {

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof WebServerApplicationContext context)
                || context.getWebServer() == null) {
            return;
        }
        String address = "http://localhost:" + context.getWebServer().getPort();
        out.println();
        out.println("Feewright demo. Documentation: " + address + "/docs   OpenAPI: " + address + "/v1/openapi");
        out.println("Tokens, good for 12 hours:");
        for (DemoPerson person : DemoPerson.values()) {
            out.println();
            out.println(person.role().code()
                    + (person.isOfFirm() ? "" : " (with -H 'Feewright-Firm: " + DemoPerson.FIRM + "')"));
            out.println(tokens.of(person));
        }
        examples.ifAvailable(found -> {
            List<String> lines = found.lines(address, tokens);
            out.println();
            lines.forEach(out::println);
        });
    }
}
