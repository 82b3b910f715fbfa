package feewright.credit;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.CapOffer;
import feewright.engagement.TermsInput.IncludedOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Seed;
import feewright.fixture.TrialBalance;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeEntryId;
import feewright.time.TimeEntryInput;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/**
 * Requirement L7: whatever part of an invoice's time credit notes release, billed again the client owes what it would owe had the
 * invoice been voided and billed again. For two people at different rates, over several months, under all that adjusts hours.
 */
class ReleaseEqualsVoidTest {

    private static final int WORLDS = Integer.getInteger("feewright.test.lives", 200);
    private static final long SEED = Seed.of(ReleaseEqualsVoidTest.class, 20_260_107);
    private static final LocalDate JUNE_1 = LocalDate.of(2026, 6, 1);
    private static final Instant LATER = Instant.parse("2026-06-01T16:00:00Z");

    @Test
    void released_and_billed_again_is_voided_and_billed_again_L7() {
        for (long seed = SEED; seed < SEED + WORLDS; seed++) {
            World voided = new World(seed);
            World released = new World(seed);

            voided.voidAndBill();
            released.releaseAndBill();

            assertThat(released.owed()).as("of seed %d", seed).isEqualTo(voided.owed());
            assertThat(released.use()).as("of seed %d", seed).isEqualTo(voided.use());
            TrialBalance.proven(released.office);
        }
    }

    /** An office with a few months of billed hours: the same for the same seed. */
    private static final class World {

        private final Random random;
        private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
        private final Cashier cashier = new Cashier(office);
        private final SignedEngagement engagement;
        private final List<Invoice> invoices = new ArrayList<>();
        private final Invoice chosen;

        World(long seed) {
            random = new Random(seed);
            engagement = office.signed(terms());
            for (LocalDate month = Offers.START.plusMonths(1); !month.isAfter(JUNE_1); month = month.plusMonths(1)) {
                int entries = random.nextInt(5);
                for (int entry = 0; entry < entries; entry++) {
                    work(random.nextBoolean() ? office.staff : office.admin, month.minusDays(1 + random.nextInt(50)));
                }
                bill(month);
            }
            List<Invoice> withTime = invoices.stream()
                    .filter(invoice -> invoice.lines().stream().anyMatch(InvoiceLine.Hourly.class::isInstance))
                    .toList();
            chosen = withTime.isEmpty() ? invoices.getFirst() : withTime.get(random.nextInt(withTime.size()));
        }

        private TermsInput terms() {
            String span = random.nextBoolean() ? "period" : "engagement";
            AdjustmentsOffer adjustments = new AdjustmentsOffer(
                    random.nextInt(3) == 0 ? null : new IncludedOffer(90, 40 * random.nextInt(3), null),
                    random.nextBoolean() ? null : new CapOffer(Offers.usd("240.00"), span, "write_down"),
                    random.nextBoolean() ? null : new MinimumOffer(Offers.usd("150.00"), null));
            TermsInput.RateOffer dear =
                    new TermsInput.RateOffer(office.admin.person().value(), null, Offers.usd("120.00"), null);
            return Offers.adjusted(
                    Offers.offer(
                            "mixed",
                            Offers.packaged("310.00", "monthly", random.nextBoolean() ? "in_advance" : "in_arrears"),
                            Offers.hours(6, dear, Offers.rate("60.00"))),
                    adjustments);
        }

        private void work(Actor who, LocalDate around) {
            LocalDate day = around.isBefore(Offers.START) ? Offers.START : around;
            TimeEntryInput note = new TimeEntryInput(
                    engagement.id(),
                    who.person(),
                    null,
                    day,
                    6 * (1 + random.nextInt(15)),
                    true,
                    new CustomerText("Work"));
            EntryVersion version = ((LogTime.Outcome.Logged)
                            office.engine.logTime().log(who, note, LATER))
                    .draft()
                    .version();
            office.engine.submitTime().submit(who, version, Office.NOW);
            office.engine.reviewTime().approve(office.masterAdmin, Approval.Side.FIRM, List.of(version), Office.NOW);
        }

        private void bill(LocalDate asOf) {
            InvoiceRequest request =
                    new InvoiceRequest(new InvoiceRequest.Basis.Engagement(engagement.id()), asOf, List.of(), null);
            while (office.engine.issueInvoice().issue(office.admin, request, null, LATER)
                    instanceof IssueInvoice.Outcome.Issued issued) {
                invoices.add(issued.invoice());
            }
        }

        void voidAndBill() {
            cashier.voided(chosen);
            bill(JUNE_1);
        }

        /** Some entries in some notes, chosen by a seed of their own. */
        void releaseAndBill() {
            for (InvoiceLine line : chosen.lines()) {
                if (line instanceof InvoiceLine.Hourly hourly) {
                    List<TimeEntryId> entries = new ArrayList<>(hourly.items().stream()
                            .map(item -> item.version().entry())
                            .toList());
                    Collections.shuffle(entries, random);
                    int first = random.nextInt(entries.size() + 1);
                    release(line.number(), entries.subList(0, first));
                    if (random.nextBoolean()) {
                        release(line.number(), entries.subList(first, entries.size()));
                    }
                }
            }
            bill(JUNE_1);
        }

        private void release(int line, List<TimeEntryId> entries) {
            if (!entries.isEmpty()) {
                cashier.credited(chosen, Excess.CREDIT, new Item.Time(line, entries, true));
            }
        }

        Money owed() {
            return invoices.stream()
                    .map(invoice -> cashier.account(invoice.id()).owed())
                    .reduce(Cashier.usd("0.00"), Money::plus);
        }

        HourlyUse use() {
            return office.ports
                    .transactions()
                    .reading(office.admin, () -> office.ports.billingPositions().read(office.firm, engagement.id()))
                    .orElseThrow()
                    .cursor()
                    .use();
        }
    }
}
