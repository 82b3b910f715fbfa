package feewright.ledger;

import feewright.firm.Firms;
import feewright.invoice.Invoice;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
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
        Ledger ledger,
        CreditArrivals arrivals,
        DecisionMaker decisionMaker,
        CustomerTexts customerTexts,
        AuditTrail audit,
        Firms firms) {

    /**
     * What is to be posted. Its words are content, kept under the entry, null for none: the reason, which stays inside (of a payment,
     * its reference), and what the client is told. {@code made} is the grant that money of an invoice becomes; null for none.
     */
    public record Posting(
            JournalEntryId id,
            ClientId client,
            EntryCause cause,
            Money amount,
            LocalDate on,
            List<Transfer> transfers,
            @Nullable CustomerText reason,
            @Nullable CustomerText clientNote,
            @Nullable GrantId made) {

        public Posting {
            transfers = List.copyOf(transfers);
        }

        /** What makes no money of an invoice a grant, and of which the client is told nothing in words. */
        public Posting(
                JournalEntryId id,
                ClientId client,
                EntryCause cause,
                Money amount,
                LocalDate on,
                List<Transfer> transfers,
                @Nullable CustomerText reason) {
            this(id, client, cause, amount, on, transfers, reason, null, null);
        }

        /** What makes no money of an invoice a grant. */
        public Posting(
                JournalEntryId id,
                ClientId client,
                EntryCause cause,
                Money amount,
                LocalDate on,
                List<Transfer> transfers,
                @Nullable CustomerText reason,
                @Nullable CustomerText clientNote) {
            this(id, client, cause, amount, on, transfers, reason, clientNote, null);
        }

        private Map<CustomerTextKey, CustomerText> words() {
            return !(cause instanceof EntryCause.PaymentReceived)
                    ? CustomerTextKey.ofAct(id, reason, clientNote)
                    : reason == null ? Map.of() : Map.of(CustomerTextKey.of(id, CustomerTextKey.REFERENCE), reason);
        }
    }

    /** Posts what a decision let pass, with its reason and its audit event, in the transaction that is open. */
    public JournalEntry post(Decision decision, Posting posting, String action, AuditEvent.Target target) {
        Actor actor = decision.actor();
        JournalEntry entry = new JournalEntry(
                posting.id(),
                new JournalEntry.Parties(actor.firm(), posting.client()),
                posting.cause(),
                posting.amount(),
                posting.on(),
                posting.transfers(),
                new JournalEntry.Recorded(actor.person(), decision.at(), decision.id()));
        ledger.post(actor.firm(), List.of(entry));
        customerTexts.write(actor.firm(), posting.words());
        List<AuditEvent> audited = new ArrayList<>(List.of(audited(decision, posting, action, target)));
        CreditSideEffect.of(posting)
                .forEach(move -> audited.add(
                        audited(decision, posting, move.action(), move.target()).of(move.amount())));
        audit.appendAll(audited);
        if (CreditSideEffect.arrives(posting)) {
            creditArrived(actor.firm(), posting.client());
        }
        return entry;
    }

    /** Has what a client's credit can pay be looked at, once the transaction that is open was committed. */
    public void creditArrived(FirmId firm, ClientId client) {
        arrivals.add(firm, new CreditArrival(decisionMaker.ids().next(), client));
    }

    /** Audits that an invoice, whose account is given as it was before, is paid by what was posted; nothing where it is not. */
    public void paid(Decision decision, Posting posting, InvoiceAccount before) {
        if (!before.isPaid() && before.after(posting.transfers()).isPaid()) {
            Invoice.Head head = before.head();
            AuditEvent.Target target =
                    new AuditEvent.Target("invoice", head.id(), head.parties().client());
            audit.append(audited(decision, posting, "invoice_paid", target)
                    .of(head.totals().total()));
        }
    }

    private AuditEvent audited(Decision decision, Posting posting, String action, AuditEvent.Target target) {
        return new AuditEvent(
                new AuditEventId(decisionMaker.ids().next()),
                decision.actor(),
                action,
                target,
                codes(decision, posting),
                posting.amount(),
                decision.at());
    }

    private static List<String> codes(Decision decision, Posting posting) {
        List<String> codes = new ArrayList<>(List.of("journal-entry-" + posting.id(), "decision-" + decision.id()));
        if (posting.cause() instanceof EntryCause.InvoiceWrittenOff off && off.reasonCode() != null) {
            codes.addAll(List.of(off.reasonCode(), "dispute-" + off.dispute()));
        }
        return codes;
    }

    /** An id for the next posting. */
    public JournalEntryId nextId() {
        return new JournalEntryId(decisionMaker.ids().next());
    }

    /** The day that it is in the firm's zone. */
    public LocalDate today(FirmId firm, Instant now) {
        return LocalDate.ofInstant(now, firms.find(firm).orElseThrow().zone());
    }
}
