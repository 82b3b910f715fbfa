package feewright.invoice;

import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import feewright.rule.DecisionMaker;
import feewright.rule.RuleSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The one step that makes invoices of proposals that passed: decide, number, save, claim. By hand it is taken for one, by a
 * scheduled run for many at once. The counter of the numbers is locked last, so that others wait for it shortly.
 */
public record InvoiceIssuer(
        DecisionMaker decisionMaker,
        Invoices invoices,
        InvoiceNumbers numbers,
        CustomerTexts customerTexts,
        AuditTrail audit,
        IssuedInvoiceHandler books) {

    /** A case whose assessment is issuable. */
    public record IssuableCase(InvoiceCase from, Assessment assessment) {

        public IssuableCase {
            if (!assessment.isIssuable()) {
                throw new IllegalArgumentException("the rules refuse it");
            }
        }
    }

    /** An invoice with its words. */
    public record Issued(Invoice invoice, InvoiceTexts texts) {}

    /** A passed case under the id that its invoice will have, with its decision. */
    private record DecidedCase(InvoiceId id, IssuableCase passed, Decision decision) {

        IssuedFrom source() {
            return new IssuedFrom(passed.from(), passed.assessment(), decision);
        }

        Invoice numbered(InvoiceNumber number) {
            return source().invoice(id, number);
        }
    }

    /** Issues one, with all its words for the answer. Fails as {@link Invoices#issue} does. */
    Issued issue(FirmId firm, IssuableCase passed, Instant now) {
        return issued(firm, List.of(passed), InvoiceTexts.Detail.WITH_TIME, now).getFirst();
    }

    /** Issues them with consecutive numbers, in their order; all are of one firm. Fails as {@link Invoices#issue} does. */
    public List<Invoice> issueAll(FirmId firm, List<IssuableCase> all, Instant now) {
        return all.isEmpty()
                ? List.of()
                : issued(firm, all, InvoiceTexts.Detail.FROZEN, now).stream()
                        .map(Issued::invoice)
                        .toList();
    }

    private List<Issued> issued(FirmId firm, List<IssuableCase> all, InvoiceTexts.Detail detail, Instant now) {
        List<DecidedCase> decided =
                all.stream().map(passed -> decided(passed, now)).toList();
        decisionMaker
                .decisions()
                .recordAll(decided.stream().map(DecidedCase::decision).toList());
        List<InvoiceTexts> texts = InvoiceTexts.ofAll(
                all.stream().map(passed -> passed.assessment().proposed()).toList(), firm, customerTexts, detail);
        customerTexts.write(firm, customerTexts(decided, texts));
        InvoiceNumber number = numbers.take(firm, InvoiceNumber.INVOICES, all.size());
        List<Issued> issued = new ArrayList<>();
        List<Issuance> issuances = new ArrayList<>();
        List<AuditEvent> events = new ArrayList<>();
        for (DecidedCase one : decided) {
            Invoice invoice = one.numbered(number.plus(issued.size()));
            issuances.add(issuance(one.passed(), invoice));
            events.addAll(events(one, invoice));
            issued.add(new Issued(invoice, texts.get(issued.size())));
        }
        invoices.issue(issuances);
        books.enter(decided.getFirst().decision().actor(), entered(decided, issued), now);
        audit.appendAll(events);
        return issued;
    }

    private static List<IssuedInvoiceHandler.Entered> entered(List<DecidedCase> decided, List<Issued> issued) {
        return IntStream.range(0, issued.size())
                .mapToObj(place -> new IssuedInvoiceHandler.Entered(
                        issued.get(place).invoice(),
                        decided.get(place).passed().from().agreement().creditApplication()))
                .toList();
    }

    private DecidedCase decided(IssuableCase passed, Instant now) {
        InvoiceId id = new InvoiceId(decisionMaker.ids().next());
        Decision.Request question = new Decision.Request("issue_invoice", "invoice/" + id);
        DecisionMaker.Basis ruling = new DecisionMaker.Basis(
                passed.assessment().verdict(), passed.from().actor(), now);
        return new DecidedCase(
                id, passed, decisionMaker.decide(RuleSet.INVOICE, question, Decision.Outcome.PERMITTED, ruling));
    }

    private static Issuance issuance(IssuableCase passed, Invoice invoice) {
        return new Issuance(invoice, passed.assessment().proposed().after());
    }

    private static Map<CustomerTextKey, CustomerText> customerTexts(
            List<DecidedCase> decided, List<InvoiceTexts> texts) {
        Map<CustomerTextKey, CustomerText> all = new HashMap<>();
        for (int place = 0; place < decided.size(); place++) {
            DecidedCase one = decided.get(place);
            all.putAll(one.source().texts(texts.get(place), one.id()));
        }
        return all;
    }

    private List<AuditEvent> events(DecidedCase one, Invoice invoice) {
        List<AuditEvent> events = new ArrayList<>(List.of(event("invoice_issued", invoice, one.decision())));
        if (one.passed().from().override() != null) {
            events.add(event("override_used", invoice, one.decision()));
        }
        return events;
    }

    private AuditEvent event(String action, Invoice invoice, Decision decision) {
        Invoice.Head head = invoice.head();
        return new AuditEvent(
                new AuditEventId(decisionMaker.ids().next()),
                decision.actor(),
                action,
                new AuditEvent.Target("invoice", invoice.id(), head.parties().client()),
                List.of(head.number().toString(), "decision-" + decision.id()),
                head.totals().total(),
                decision.at());
    }
}
