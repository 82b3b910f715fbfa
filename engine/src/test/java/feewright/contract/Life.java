package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.amendment.RenewEngagement;
import feewright.amendment.RenewalRequest;
import feewright.amendment.ResumeEngagement;
import feewright.credit.CreditNoteRequest;
import feewright.credit.IssueCreditNote;
import feewright.engagement.EndingReason;
import feewright.engagement.Signature;
import feewright.engagement.TermsInput;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.ledger.VoidInvoice;
import feewright.platform.CustomerText;
import feewright.run.RunRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.Money;

/**
 * What happens to an engagement and its successors by chance: bills, pauses, resumptions, endings, renewals, voids and credit notes by
 * hand, recorded early and late. Whatever the rules would refuse is left out. Beside it goes a count of the days that are owed, and
 * after each step every invoice has to be what that says.
 */
final class Life {

    private static final CustomerText WORDS = new CustomerText("Agreed");

    private final Office office;
    private final Random random;
    private final boolean byRuns;
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<String> story = new ArrayList<>();
    private LocalDate today;

    private Life(Office office, long seed) {
        this.office = office;
        this.random = new Random(seed);
        this.byRuns = random.nextInt(8) == 0;
        TermsInput offer = new RandomFees(random).offer();
        chapters.add(new Chapter(office, office.signed(byRuns ? Offers.automatic(offer) : offer)));
        this.today = chapters.getFirst().start();
    }

    /** Lives a life to its end. The story is a part of what is said where it goes wrong. */
    static void live(Office office, long seed) {
        Life life = new Life(office, seed);
        try {
            life.live();
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(
                    "-Dfeewright.test.seed=%d%n%s".formatted(seed, String.join(System.lineSeparator(), life.story)),
                    wrong);
        }
    }

    private void live() {
        story.add(chapters.getFirst().toString());
        for (int step = 0; step < 14; step++) {
            today = today.plusDays(random.nextInt(40));
            Chapter chapter = chapters.get(random.nextInt(chapters.size()));
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> bill();
                case 3, 4 -> pause(chapter, anyDay());
                case 5, 6 -> resume(chapter, anyDay());
                case 7 -> voidAny(chapter);
                case 8 -> creditAny(chapter);
                default -> endOrRenew(chapter, anyDay());
            }
            check();
        }
        finish();
    }

    /** Everything comes to its end, and is billed. */
    private void finish() {
        for (Chapter chapter : List.copyOf(chapters)) {
            chapter.openPause().ifPresent(first -> resume(chapter, first.plusDays(1L + random.nextInt(60))));
            if (!chapter.hasEnd()) {
                end(chapter, later(chapter.lastPaused(), today).plusDays(1L + random.nextInt(60)));
            }
        }
        for (Chapter chapter : chapters) {
            today = later(today, chapter.end());
        }
        bill();
        check();
        chapters.forEach(Chapter::isComplete);
    }

    private void bill() {
        tell("bill");
        if (byRuns) {
            office.ran(new RunRequest(null, null, false, true), noon());
            chapters.forEach(chapter -> chapter.billedByRun(today));
        } else {
            chapters.forEach(chapter -> {
                IssueInvoice.Outcome outcome;
                do {
                    InvoiceRequest due =
                            InvoiceRequest.dueOf(chapter.engagement().id());
                    outcome = office.engine.issueInvoice().issue(office.admin, due, null, noon());
                } while (outcome instanceof IssueInvoice.Outcome.Issued);
                assertThat(outcome).isInstanceOf(IssueInvoice.Outcome.NothingDue.class);
                chapter.billed(today);
            });
        }
    }

    private void pause(Chapter chapter, LocalDate day) {
        BilledInAdvance choice = choice();
        LocalDate cut = chapter.cutForPause(day, choice);
        if (!chapter.mayPause(day) || !chapter.mayPause(cut)) {
            return;
        }
        tell("pause %s %s".formatted(day, choice));
        if (chapter.isPackageBilledBeyond(day)) {
            assertThat(paused(chapter, day, null))
                    .isEqualTo(new PauseEngagement.Outcome.ChoiceMissing(
                            chapter.cutForPause(day, BilledInAdvance.PERIOD_END)));
        }
        assertThat(paused(chapter, day, choice)).isInstanceOf(PauseEngagement.Outcome.Paused.class);
        chapter.paused(cut);
    }

    private PauseEngagement.Outcome paused(Chapter chapter, LocalDate day, BilledInAdvance choice) {
        PauseEngagement.Request request =
                new PauseEngagement.Request(chapter.engagement().id(), day, AmendmentTexts.NONE, choice);
        return office.engine.pauseEngagement().pause(office.admin, request, noon());
    }

    private void resume(Chapter chapter, LocalDate day) {
        if (!chapter.mayResume(day)) {
            return;
        }
        tell("resume " + day);
        assertThat(office.engine
                        .resumeEngagement()
                        .resume(office.admin, chapter.engagement().id(), day, noon()))
                .isInstanceOf(ResumeEngagement.Outcome.Resumed.class);
        chapter.resumed(day);
    }

    private void endOrRenew(Chapter chapter, LocalDate day) {
        boolean isLast = chapter == chapters.getLast();
        if (isLast && random.nextBoolean()) {
            renew(chapter, random.nextInt(4) == 0 && chapter.hasEnd() ? chapter.end() : day);
        } else if (random.nextBoolean()) {
            end(chapter, day);
        }
    }

    private void end(Chapter chapter, LocalDate day) {
        BilledInAdvance choice = choice();
        LocalDate cut = chapter.cut(day, choice);
        if (!chapter.mayEnd(day) || !chapter.mayEnd(cut)) {
            return;
        }
        tell("end %s %s".formatted(day, choice));
        if (chapter.isBilledBeyond(day)) {
            assertThat(ended(chapter, day, null))
                    .isEqualTo(new EndEngagement.Outcome.ChoiceMissing(chapter.cut(day, BilledInAdvance.PERIOD_END)));
        }
        assertThat(ended(chapter, day, choice)).isInstanceOf(EndEngagement.Outcome.Ended.class);
        chapter.ended(cut);
    }

    private EndEngagement.Outcome ended(Chapter chapter, LocalDate day, BilledInAdvance choice) {
        EndEngagement.Request request = new EndEngagement.Request(
                chapter.engagement().id(), day, EndingReason.AGREED, new AmendmentTexts(WORDS, null), choice);
        return office.engine.endEngagement().end(office.admin, request, noon());
    }

    private void renew(Chapter chapter, LocalDate day) {
        BilledInAdvance choice = choice();
        LocalDate cut = chapter.cut(day, choice);
        if (!chapter.mayHandOver(day) || !chapter.mayHandOver(cut)) {
            return;
        }
        tell("renew %s %s".formatted(day, choice));
        RenewalRequest.Signing signing =
                new RenewalRequest.Signing(Signature.Method.E_SIGNATURE, "b".repeat(64), Office.NOW, WORDS);
        RenewEngagement.Outcome outcome = office.engine
                .renewEngagement()
                .renew(office.admin, new RenewalRequest(chapter.engagement().id(), day, null, signing, choice), noon());
        assertThat(outcome).isInstanceOf(RenewEngagement.Outcome.Renewed.class);
        if (cut.isBefore(chapter.end())) {
            chapter.ended(cut);
        }
        chapters.add(new Chapter(office, ((RenewEngagement.Outcome.Renewed) outcome).successor()));
    }

    private void voidAny(Chapter chapter) {
        List<Invoice> voidable = chapter.voidable();
        if (!voidable.isEmpty()) {
            Invoice invoice = any(voidable);
            tell("void " + invoice.head().number());
            assertThat(office.engine.voidInvoice().voidInvoice(office.admin, invoice.id(), WORDS, noon()))
                    .isInstanceOf(VoidInvoice.Outcome.Voided.class);
            chapter.voided(invoice.id());
        }
    }

    /** A part of a line is given back by hand, for no day. */
    private void creditAny(Chapter chapter) {
        List<Chapter.Position> creditable = chapter.creditable();
        if (!creditable.isEmpty()) {
            Chapter.Position of = any(creditable);
            Money amount = Money.ofMinor(
                    of.left().getCurrencyUnit(), 1 + random.nextLong(of.left().getAmountMinorLong()));
            tell("credit %s of %s".formatted(amount, of.invoice()));
            CreditNoteRequest request = new CreditNoteRequest(
                    of.invoice(),
                    List.of(new CreditNoteRequest.Item.Amount(of.line(), amount)),
                    CreditNoteRequest.Excess.CREDIT,
                    WORDS);
            assertThat(office.engine.issueCreditNote().issue(office.admin, request, noon()))
                    .isInstanceOf(IssueCreditNote.Outcome.Issued.class);
            chapter.credited(of, amount);
        }
    }

    private void check() {
        chapters.forEach(Chapter::check);
    }

    private LocalDate anyDay() {
        return today.plusDays(random.nextInt(140) - 100);
    }

    private BilledInAdvance choice() {
        return random.nextInt(3) > 0 ? BilledInAdvance.CREDIT : BilledInAdvance.PERIOD_END;
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void tell(String what) {
        story.add("on %s: %s".formatted(today, what));
    }

    private Instant noon() {
        return today.atTime(12, 0).atZone(ZoneId.of("America/New_York")).toInstant();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
