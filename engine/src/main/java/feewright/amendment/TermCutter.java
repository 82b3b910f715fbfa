package feewright.amendment;

import feewright.credit.CreditNoteRequest;
import feewright.engagement.EngagementId;
import feewright.engagement.HourlyUse;
import feewright.engagement.SignedEngagement;
import feewright.invoice.BillingPosition;
import feewright.invoice.InvoiceId;
import feewright.money.Amounts;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.rule.Decision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Finds where a term is cut, as the caller chose, and gives back what is not earned. In the transaction that is open. */
record TermCutter(AmendmentRecords records, AmendmentRecorder books) {

    private static final CustomerText UNEARNED = new CustomerText("The rest of the period is not earned any more");

    /** Where the term is cut. */
    sealed interface Result {

        record At(BillingPosition position, TermCut cut) implements Result {

            SignedEngagement engagement() {
                return position.engagement();
            }
        }

        /** Something was billed beyond the day, up to the end that is given, and nobody said what becomes of it. */
        record ChoiceMissing(LocalDate billedUntil) implements Result {}

        /** A draft: it has not begun. */
        record NotSigned() implements Result {}

        record NotFound() implements Result {}
    }

    /** The engagement, the day before which its term is cut, whether it ends there, and what becomes of what was billed beyond. */
    record Request(
            EngagementId engagement,
            LocalDate day,
            boolean ends,
            @Nullable BilledInAdvance choice) {}

    /** Locks its billing first. */
    Result find(Actor actor, Request asked) {
        Optional<BillingPosition> position = lock(actor, asked.engagement());
        if (position.isPresent()) {
            return at(position.get(), asked);
        }
        return isDraft(actor, asked.engagement()) ? new Result.NotSigned() : new Result.NotFound();
    }

    private Result at(BillingPosition position, Request asked) {
        SignedEngagement engagement = position.engagement();
        BilledInAdvance choice = asked.choice();
        TermCut cut = new TermCut(
                asked.day(),
                asked.ends(),
                records.invoices().billedPeriods(engagement.firm(), engagement.id()),
                minimums(position));
        Optional<LocalDate> billedUntil = cut.billedUntil();
        if (billedUntil.isEmpty() || choice == BilledInAdvance.CREDIT) {
            return new Result.At(position, cut);
        }
        return choice == null
                ? new Result.ChoiceMissing(billedUntil.get())
                : new Result.At(position, cut.on(billedUntil.get()));
    }

    /** Credits what the cut leaves unearned, as far as it is still on the lines; the decision where the rules refuse one of the notes. */
    Optional<Decision> credit(Actor actor, TermCut cut, AmendmentTexts words, Instant now) {
        Map<InvoiceId, List<CreditNoteRequest.Item>> items = new LinkedHashMap<>();
        cut.unearned().forEach(unearned -> take(actor, unearned, items));
        List<CreditNoteRequest> requests = new ArrayList<>();
        items.forEach((invoice, of) -> requests.add(request(invoice, of, words)));
        return books.creditNotes().issueAll(actor, requests, now);
    }

    /** A credit note by hand may have taken something off the lines before. */
    private void take(Actor actor, Unearned unearned, Map<InvoiceId, List<CreditNoteRequest.Item>> items) {
        Money rest = unearned.amount();
        for (Unearned.OfLine line : unearned.lines()) {
            CreditNoteRequest before =
                    request(line.invoice(), items.getOrDefault(line.invoice(), List.of()), AmendmentTexts.NONE);
            Money left = books.creditNotes().left(actor.firm(), before, line.number());
            Money amount = Amounts.least(left, rest);
            if (amount.isPositive()) {
                items.computeIfAbsent(line.invoice(), _ -> new ArrayList<>())
                        .add(new CreditNoteRequest.Item.Amount(line.number(), amount));
                rest = rest.minus(amount);
            }
        }
    }

    private static CreditNoteRequest request(
            InvoiceId invoice, List<CreditNoteRequest.Item> items, AmendmentTexts words) {
        return new CreditNoteRequest(
                invoice,
                items,
                CreditNoteRequest.Excess.CREDIT,
                Objects.requireNonNullElse(words.reason(), UNEARNED),
                Objects.requireNonNullElse(words.clientNote(), UNEARNED),
                true);
    }

    private UnearnedMinimums minimums(BillingPosition position) {
        SignedEngagement engagement = position.engagement();
        HourlyUse use = position.cursor().use();
        boolean none = use.sum(HourlyUse.Kind.MINIMUM) == 0;
        return new UnearnedMinimums(
                engagement.inEffect(),
                use,
                none ? List.of() : records.invoices().billedMinimums(engagement.firm(), engagement.id()));
    }

    /** Gives the days from the cut on back: what of them counts again one day can be billed again. */
    void giveBack(SignedEngagement engagement, TermCut cut) {
        records.invoices().giveBack(engagement.firm(), engagement.id(), cut.givenBack(), cut.day());
    }

    /** The position of a signed engagement, its billing locked; empty if there is none. */
    Optional<BillingPosition> lock(Actor actor, EngagementId engagement) {
        return records.positions().lock(actor.firm(), List.of(engagement)).stream()
                .findFirst();
    }

    /** Whether there is such an engagement, a draft. */
    boolean isDraft(Actor actor, EngagementId engagement) {
        return records.engagements().find(actor.firm(), engagement).isPresent();
    }
}
