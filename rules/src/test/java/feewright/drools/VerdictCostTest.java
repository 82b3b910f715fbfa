package feewright.drools;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.invoice.LineFact.LineTimeFact;
import feewright.rule.Fact;
import feewright.rule.RuleSet;
import feewright.rule.Verdict;
import feewright.time.TimeEntryId;
import feewright.time.TimeFact;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prints what a verdict costs, and shows that a large invoice stays under its firing limit. Times are not asserted. */
class VerdictCostTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 100, 2_000})
    void an_hourly_invoice_of_many_entries(int entries) {
        List<Fact> facts = invoiceOf(entries);
        int rounds = Math.max(5, 4_000 / entries);
        for (int i = 0; i < rounds; i++) {
            Packs.CORE.pack().judge(RuleSet.INVOICE, facts);
        }

        long before = System.nanoTime();
        for (int i = 0; i < rounds; i++) {
            Packs.CORE.pack().judge(RuleSet.INVOICE, facts);
        }
        long microseconds = (System.nanoTime() - before) / 1_000 / rounds;

        Verdict verdict = Packs.CORE.pack().judge(RuleSet.INVOICE, facts);
        System.out.printf(
                "verdict on %d facts: %d µs, %d firings%n",
                facts.size(), microseconds, verdict.firings().size());
        assertThat(verdict.isPermitted()).isTrue();
        assertThat(verdict.justifies("line/1")).isTrue();
    }

    private static List<Fact> invoiceOf(int entries) {
        List<Fact> facts = new ArrayList<>(Packs.hourlyInvoice().given());
        TimeFact like = facts.stream()
                .filter(TimeFact.class::isInstance)
                .map(TimeFact.class::cast)
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < entries; i++) {
            TimeEntryId entry = new TimeEntryId(new UUID(7, i));
            facts.add(new LineTimeFact(1, entry, 1));
            facts.add(new TimeFact(
                    entry,
                    1,
                    true,
                    like.state(),
                    like.engagement(),
                    like.worker(),
                    like.workedOn(),
                    like.minutes(),
                    true,
                    like.approver(),
                    null,
                    false));
        }
        return facts;
    }
}
