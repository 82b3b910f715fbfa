package feewright.api.evidence;

import feewright.api.dispute.DisputeCases;
import feewright.api.evidence.PaymentFiles.PaymentFacts;
import feewright.api.invoice.VisibleInvoices;
import feewright.api.timeline.Timeline;
import feewright.api.timeline.TimelineItemView;
import feewright.dispute.Dispute;
import feewright.dispute.DisputeEvent;
import feewright.firm.Firms;
import feewright.invoice.Invoice;
import feewright.platform.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the pack of a dispute together from what the firm knows. To be used in a transaction. */
@Component
record GatherEvidence(DisputeCases cases, Documents documents, AgreementFiles agreement, History happened) {

    /** The invoice, as of a day of its firm, and the time on it. */
    @Component
    record Documents(VisibleInvoices invoices, TimeFiles time, Firms firms) {

        Piece invoice(Evidenced of, Instant asOf) {
            LocalDate day = LocalDate.ofInstant(
                    asOf, firms.find(of.actor().firm()).orElseThrow().zone());
            return new Piece.Kept(
                    "invoice.json",
                    "The invoice as it was issued, how it stands, and why each line is on it.",
                    FileText.json(invoices.evidence(of.actor(), of.invoice(), day)));
        }
    }

    /** What was paid and what happened. */
    @Component
    record History(PaymentFiles payment, Timeline timeline) {}

    record TimelineOfPack(List<TimelineItemView> items) {}

    /** The pack; 404 where the firm has no such dispute. */
    EvidencePack gather(Actor actor, UUID id) {
        Dispute dispute = cases.find(actor, id);
        Invoice invoice =
                documents.invoices().find(actor, dispute.of().invoice().value());
        Evidenced of =
                new Evidenced(actor, dispute, invoice, documents.invoices().isPurged(actor, invoice));
        List<TimelineItemView> items = happened.timeline().happened(actor, of.invoice());
        Instant asOf = asOf(dispute, items);
        PaymentFacts payment = happened.payment().facts(of);
        List<Piece> pieces = new ArrayList<>(agreement.of(of));
        pieces.add(documents.invoice(of, asOf));
        pieces.addAll(documents.time().of(of));
        pieces.add(PaymentFiles.file(payment));
        pieces.add(new Piece.Kept(
                "dispute.json",
                "The dispute, and everything that the processor told of it, in the order in which it was received;"
                        + " as_happened has the numbers of the events in the order in which they happened.",
                FileText.json(cases.view(actor, dispute))));
        pieces.add(new Piece.Kept(
                "timeline.json",
                "Everything that happened to the invoice, in the order of time.",
                FileText.json(new TimelineOfPack(items))));
        return new EvidencePack(
                Manifest.of(of, payment, pieces, asOf), Manifest.kept(pieces).toList());
    }

    private static Instant asOf(Dispute dispute, List<TimelineItemView> items) {
        return Stream.of(
                        Stream.of(dispute.recordedAt()),
                        dispute.events().stream().map(DisputeEvent::receivedAt),
                        items.stream().map(TimelineItemView::at))
                .flatMap(instants -> instants)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
