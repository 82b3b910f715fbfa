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
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What every use case that moves money needs: the ledger, the judge, the texts and the audit trail; and the one way to post. */
public record Bookkeeping(Ledger ledger, Judge judge, Contents contents, AuditTrail audit, Firms firms) {

    /** What is to be posted. The reason is content, kept under the entry; null where none was given. */
    public record Posting(
            JournalEntryId id,
            ClientId client,
            Occasion occasion,
            Money amount,
            LocalDate on,
            List<Transfer> transfers,
            @Nullable Content reason) {

        public Posting {
            transfers = List.copyOf(transfers);
        }
    }

    /** Posts what a decision let pass, with its reason and its audit event, in the transaction that is open. */
    public JournalEntry post(Decision decision, Posting posting, String action, AuditEvent.Target target) {
        Actor actor = decision.actor();
        JournalEntryId id = posting.id();
        JournalEntry entry = new JournalEntry(
                id,
                new JournalEntry.Of(actor.firm(), posting.client()),
                posting.occasion(),
                posting.amount(),
                posting.on(),
                posting.transfers(),
                new JournalEntry.Recorded(actor.person(), decision.at(), decision.id()));
        ledger.post(actor.firm(), List.of(entry));
        if (posting.reason() != null) {
            contents.write(actor.firm(), Map.of(ContentKey.of(id, "reason"), posting.reason()));
        }
        audit.append(audited(decision, posting, action, target));
        return entry;
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
        List<String> codes = List.of("entry-" + posting.id(), "decision-" + decision.id());
        return posting.occasion() instanceof Occasion.InvoiceWrittenOff off && off.reasonCode() != null
                ? List.of(codes.getFirst(), codes.getLast(), off.reasonCode(), "dispute-" + off.dispute())
                : codes;
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
