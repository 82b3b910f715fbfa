package feewright.bench;

import feewright.engine.Ports;
import feewright.invoice.InvoiceCaseLoader;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.PreviewInvoice;
import feewright.platform.Actor;
import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What a preview asks the rules: the very facts, so that the answer can be timed by itself. */
record Question(Rulebook rulebook, List<Fact> facts) {

    static Question of(ApplicationContext application, Actor actor, Books.Case of) {
        Ports ports = application.getBean(Ports.class);
        Overheard overheard = new Overheard(application.getBean(Rulebook.class), new ArrayList<>());
        new PreviewInvoice(
                        ports.transactions(),
                        application.getBean(InvoiceCaseLoader.class),
                        overheard,
                        ports.customerTexts())
                .preview(actor, InvoiceRequest.dueOf(of.engagement()), Instant.now());
        return new Question(overheard.rulebook(), overheard.facts());
    }

    /** Gives the nanoseconds that the rules took. */
    long ask() {
        long before = System.nanoTime();
        Verdict verdict = rulebook.judge(RuleSet.INVOICE, facts);
        long nanos = System.nanoTime() - before;
        if (!verdict.isPermitted()) {
            throw new IllegalStateException("refused");
        }
        return nanos;
    }

    private record Overheard(Rulebook rulebook, List<Fact> facts) implements Rulebook {

        @Override
        public Verdict judge(RuleSet set, Collection<? extends Fact> asked) {
            facts.addAll(asked);
            return rulebook.judge(set, asked);
        }

        @Override
        public PackHash pack() {
            return rulebook.pack();
        }
    }
}
