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

/** A large invoice stays under its firing limit. */
class LargeInvoiceTest {

    @ParameterizedTest
    @ValueSource(ints = {8, 2_000})
    void an_hourly_invoice_of_many_entries_is_judged(int entries) {
        List<Fact> facts = invoiceOf(entries);

        Verdict verdict = Packs.CORE.pack().judge(RuleSet.INVOICE, facts);

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
