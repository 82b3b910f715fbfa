package feewright.receivable;

import feewright.firm.Actor;
import feewright.firm.AuditEvent;
import feewright.firm.AuditEventId;
import feewright.firm.AuditTrail;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.invoice.Invoice;
import feewright.rule.Decision;
import feewright.rule.Judge;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What every use case that moves money needs: the ledger, the judge, the texts and the audit trail; and the one way to post. So each
 * step of credit is audited, and what credit can pay is looked at later, whatever brought it (requirements L8 and E10).
 */
public record Bookkeeping(
        Ledger ledger, CreditArrivals arrivals, Judge judge, Contents contents, AuditTrail audit, Firms firms) {

    /**
     * What is to be posted. Its words are content, kept under the entry, null for none: the reason, which stays inside (of a payment,
     * its reference), and what the client is told. {@code made} is the grant that money of an invoice becomes; null for none.
     */
    public record Posting(
            JournalEntryId id,
            ClientId client,
            Occasion occasion,
            Money amount,
            LocalDate on,
            List<Transfer> transfers,
            @Nullable Content reason,
            @Nullable Content clientNote,
            @Nullable GrantId made) {

        public Posting {
            transfers = List.copyOf(transfers);
        }

        /** What makes no money of an invoice a grant, and of which the client is told nothing in words. */
        public Posting(
                JournalEntryId id,
                ClientId client,
                Occasion occasion,
                Money amount,
                LocalDate on,
                List<Transfer> transfers,
                @Nullable Content reason) {
            this(id, client, occasion, amount, on, transfers, reason, null, null);
        }

        /** What makes no money of an invoice a grant. */
        public Posting(
                JournalEntryId id,
                ClientId client,
                Occasion occasion,
                Money amount,
                LocalDate on,
                List<Transfer> transfers,
                @Nullable Content reason,
                @Nullable Content clientNote) {
            this(id, client, occasion, amount, on, transfers, reason, clientNote, null);
        }

        private Map<ContentKey, Content> words() {
            return !(occasion instanceof Occasion.PaymentReceived)
                    ? ContentKey.ofAct(id, reason, clientNote)
                    : reason == null ? Map.of() : Map.of(ContentKey.of(id, ContentKey.REFERENCE), reason);
        }
    }

    /** Posts what a decision let pass, with its reason and its audit event, in the transaction that is open. */
    public JournalEntry post(Decision decision, Posting posting, String action, AuditEvent.Target target) {
        Actor actor = decision.actor();
        JournalEntry entry = new JournalEntry(
                posting.id(),
                new JournalEntry.Of(actor.firm(), posting.client()),
                posting.occasion(),
                posting.amount(),
                posting.on(),
                posting.transfers(),
                new JournalEntry.Recorded(actor.person(), decision.at(), decision.id()));
        ledger.post(actor.firm(), List.of(entry));
        contents.write(actor.firm(), posting.words());
        List<AuditEvent> audited = new ArrayList<>(List.of(audited(decision, posting, action, target)));
        CreditMove.of(posting)
                .forEach(move -> audited.add(
                        audited(decision, posting, move.action(), move.target()).of(move.amount())));
        audit.appendAll(audited);
        if (CreditMove.arrives(posting)) {
            creditArrived(actor.firm(), posting.client());
        }
        return entry;
    }

    /** Has what a client's credit can pay be looked at, once the transaction that is open was committed. */
    public void creditArrived(FirmId firm, ClientId client) {
        arrivals.add(firm, new CreditArrival(judge.ids().next(), client));
    }

    /** Audits that an invoice, whose account is given as it was before, is paid by what was posted; nothing where it is not. */
    public void paid(Decision decision, Posting posting, InvoiceAccount before) {
        if (!before.isPaid() && before.after(posting.transfers()).isPaid()) {
            Invoice.Head head = before.head();
            AuditEvent.Target target =
                    new AuditEvent.Target("invoice", head.id(), head.parties().client());
            audit.append(audited(decision, posting, "invoice-paid", target)
                    .of(head.totals().total()));
        }
    }

    private AuditEvent audited(Decision decision, Posting posting, String action, AuditEvent.Target target) {
        return new AuditEvent(
                new AuditEventId(judge.ids().next()),
                decision.actor(),
                action,
                target,
                codes(decision, posting),
                posting.amount(),
                decision.at());
    }

    private static List<String> codes(Decision decision, Posting posting) {
        List<String> codes = new ArrayList<>(List.of("entry-" + posting.id(), "decision-" + decision.id()));
        if (posting.occasion() instanceof Occasion.InvoiceWrittenOff off && off.reasonCode() != null) {
            codes.addAll(List.of(off.reasonCode(), "dispute-" + off.dispute()));
        }
        return codes;
    }

    /** An id for the next posting. */
    public JournalEntryId nextId() {
        return new JournalEntryId(judge.ids().next());
    }

    /** The day that it is in the firm's zone. */
    public LocalDate today(FirmId firm, Instant now) {
        return LocalDate.ofInstant(now, firms.find(firm).orElseThrow().zone());
    }
}
