package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.drools.LoadedPack.FiringLimit;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What cannot be judged is refused: never fail open (design §3). */
class UnjudgedTest {

    private static final Verdict UNJUDGED = Verdict.unjudged(Packs.CORE.pack().hash(), RuleSet.INVOICE);

    @Test
    void a_rule_set_that_runs_past_its_limit() {
        LoadedPack core = Packs.CORE.pack();
        LoadedPack hasty = new LoadedPack(core.hash(), core.bases(), new FiringLimit(2, 0));

        Verdict verdict = hasty.judge(RuleSet.INVOICE, Packs.hourlyInvoice().given());

        assertThat(verdict).isEqualTo(UNJUDGED);
        assertThat(verdict.isPermitted()).isFalse();
    }

    @Test
    void a_rule_set_that_is_not_there() {
        LoadedPack broken = new LoadedPack(Packs.CORE.pack().hash(), RuleBases.NONE, FiringLimit.USUAL);

        Verdict verdict = broken.judge(RuleSet.INVOICE, Packs.hourlyInvoice().given());

        assertThat(verdict).isEqualTo(UNJUDGED);
    }

    @Test
    void a_fact_that_throws() {
        List<Fact> facts = new ArrayList<>(Packs.packageInvoice().given());
        facts.add(() -> {
            throw new IllegalStateException("asked");
        });

        LoadedPack pack = compiled("""
            package feewright.pack.invoice
            import feewright.rule.Fact
            import feewright.rule.Conclusion.Violation
            rule "XYZ-01 any fact at all is refused"
            when $fact : Fact() then
            insertLogical(new Violation("XYZ-01", $fact.ref())); end
            """);

        assertThat(pack.judge(RuleSet.INVOICE, facts)).isEqualTo(UNJUDGED);
    }

    @Test
    void a_rule_that_concludes_under_the_code_of_another() {
        LoadedPack pack = compiled("""
            package feewright.pack.invoice
            import feewright.invoice.InvoiceFact
            import feewright.rule.Conclusion.Permit
            rule "XYZ-01 an invoice is permitted under a foreign code"
            when $invoice : InvoiceFact() then
            insertLogical(new Permit("INV-15", $invoice.ref())); end
            """);

        Verdict verdict = pack.judge(RuleSet.INVOICE, Packs.packageInvoice().given());

        assertThat(verdict).isEqualTo(UNJUDGED);
    }

    @Test
    void the_same_fact_twice() {
        List<Fact> facts = new ArrayList<>(Packs.hourlyInvoice().given());
        facts.add(facts.getLast());

        Verdict verdict = Packs.CORE.pack().judge(RuleSet.INVOICE, facts);

        assertThat(verdict).isEqualTo(UNJUDGED);
    }

    /** A pack that no check has seen. */
    private static LoadedPack compiled(String drl) {
        RuleBases bases =
                RuleBases.compile(List.of(Packs.authored(RuleSet.INVOICE, "unchecked.drl", drl)), RuleBases.NONE);
        return new LoadedPack(Packs.CORE.pack().hash(), bases, FiringLimit.USUAL);
    }
}
