package feewright.api.timeline;

import feewright.attempt.AttemptEvent;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Attempts;
import feewright.attempt.PaymentAttempt;
import feewright.dispute.Disputes;
import feewright.dispute.Disputes.DisputeFilter;
import feewright.firm.Firms;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.ledger.JournalEntry;
import feewright.ledger.Ledger;
import feewright.platform.Actor;
import feewright.platform.Id;
import feewright.platform.Role;
import feewright.refund.Refund;
import feewright.refund.RefundEvent;
import feewright.refund.RefundUpdate;
import feewright.refund.Refunds;
import feewright.refund.Refunds.RefundFilter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to an invoice. A client is not shown what is the firm's own affair, nor what its rules let not count. To be used in a transaction. */
@Component
public record Timeline(Ledger ledger, Attempts attempts, Refunds refunds, Disputes disputes, Firms firms) {

    /** The end of the kind of what counts for nothing. */
    static final String UNAPPLIED = "_unapplied";

    private static final int MOST_ENTRIES = 1000;

    /** In the order in which things happened; at the same moment, in which they were recorded. */
    public List<TimelineItemView> happened(Actor actor, Invoice invoice) {
        List<Recorded> items = new ArrayList<>();
        items.add(
                Recorded.of(issued(invoice.head()), invoice.head().provenance().decision()));
        for (PaymentAttempt attempt : attempts.of(actor.firm(), List.of(invoice.id()))) {
            attempt.events().forEach(event -> items.add(told(attempt, event)));
        }
        List<Refund> given = refunds.page(actor.firm(), new RefundFilter(null, null, invoice.id(), null), MOST_ENTRIES);
        ZoneId zone = firms.find(actor.firm()).orElseThrow().zone();
        entries(actor, invoice.id())
                .forEach(entry -> items.add(Recorded.of(TimelineItemView.of(entry, zone), entry.id())));
        for (Refund refund : given) {
            refund.events().stream()
                    .filter(event -> !isTheEntry(event))
                    .forEach(event -> items.add(told(refund, event)));
        }
        disputes.page(actor.firm(), new DisputeFilter(null, null, invoice.id(), null, null), MOST_ENTRIES)
                .forEach(dispute -> items.addAll(DisputeItems.of(dispute)));
        return items.stream()
                .sorted(Recorded.AS_HAPPENED)
                .map(Recorded::item)
                .filter(item -> !actor.is(Role.CLIENT) || !item.kind().endsWith(UNAPPLIED))
                .toList();
    }

    private List<JournalEntry> entries(Actor actor, InvoiceId invoice) {
        return ledger
                .page(actor.firm(), new Ledger.EntryFilter(null, null, null, invoice, null), MOST_ENTRIES)
                .reversed()
                .stream()
                .flatMap(entry -> (actor.is(Role.CLIENT) ? entry.forClient() : Optional.of(entry)).stream())
                .toList();
    }

    private static TimelineItemView issued(Invoice.Head head) {
        return TimelineItemView.of(
                        head.provenance().issuedAt(), "issued", head.totals().total())
                .with(head.number().toString());
    }

    private static Recorded told(PaymentAttempt attempt, AttemptEvent event) {
        String kind = "attempt_" + event.report().state().code();
        TimelineItemView item = TimelineItemView.of(
                        event.at(), event.effect().applied() ? kind : kind + UNAPPLIED, attempt.amount())
                .with(attempt, code(event.report()));
        return recorded(item, event.effect(), attempt.id());
    }

    private static Recorded told(Refund refund, RefundEvent event) {
        String kind = "refund_" + event.report().state().code();
        TimelineItemView item =
                TimelineItemView.of(event.at(), event.effect().applied() ? kind : kind + UNAPPLIED, refund.amount());
        return recorded(
                event.report() instanceof RefundUpdate.Failed(String _, String code) ? item.with(code) : item,
                event.effect(),
                refund.id());
    }

    /** With the entry that it made, beside which it then stands; else with the decision on it, or what it was said of. */
    private static Recorded recorded(TimelineItemView item, AttemptEvent.Effect effect, Id of) {
        Id decided = effect.decision() == null ? of : effect.decision();
        return Recorded.of(item, effect.entry() == null ? decided : effect.entry());
    }

    /** Money that came back is told of once, by its entry. */
    private static boolean isTheEntry(RefundEvent event) {
        return event.effect().entry() != null && !event.report().state().takesMoney();
    }

    private static @Nullable String code(AttemptUpdate report) {
        return switch (report) {
            case AttemptUpdate.Failed failed -> failed.failure().category().code();
            case AttemptUpdate.Unknown(String code) -> code;
            case AttemptUpdate.NotSent(String code) -> code;
            default -> null;
        };
    }
}
