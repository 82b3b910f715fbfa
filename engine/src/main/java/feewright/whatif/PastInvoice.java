package feewright.whatif;

import feewright.invoice.AssemblyResult;
import feewright.invoice.Dates;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceAssembly;
import feewright.invoice.InvoiceCase;
import feewright.invoice.InvoiceFacts;
import feewright.invoice.InvoiceLine;
import feewright.invoice.InvoiceRequest.ManualCharge;
import feewright.invoice.InvoiceRequest.Override;
import feewright.invoice.ProposedInvoice;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.Role;
import feewright.rule.Fact;
import feewright.rule.RecordedDecision;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An issued invoice, the decision that let it pass, and what it was agreed under then. */
record PastInvoice(Invoice invoice, RecordedDecision decision, InvoiceCase.Agreement agreement) {

    /** Rules see neither a charge's words nor a reason's, which may be purged: so none are read. */
    private static final CustomerText WORDS = new CustomerText("as they were");

    /** What came of building its case again. */
    sealed interface Rebuilding {

        record Rebuilt(InvoiceCase from, ProposedInvoice proposed) implements Rebuilding {}

        record Failed(Mismatch why) implements Rebuilding {}
    }

    /** The case that it was issued from, by the assembly that made it; failed where that is not exactly what was issued. */
    Rebuilding rebuilt() {
        Optional<Set<Role>> roles = roles();
        if (roles.isEmpty()) {
            return new Rebuilding.Failed(Mismatch.ACTOR);
        }
        InvoiceCase from = from(new Actor(
                invoice.head().parties().firm(), invoice.head().provenance().issuedBy(), roles.get(), null));
        if (!(InvoiceAssembly.assemble(from) instanceof AssemblyResult.Proposed(ProposedInvoice proposed))
                || !proposed.frozenLines().equals(invoice.lines())
                || !proposed.dates().equals(invoice.head().dates())) {
            return new Rebuilding.Failed(Mismatch.LINES);
        }
        return refs(InvoiceFacts.of(from, proposed)).containsAll(matched())
                ? new Rebuilding.Rebuilt(from, proposed)
                : new Rebuilding.Failed(Mismatch.FACTS);
    }

    /** Without a package line the billing date is the day up to which was billed; with one, only that it was due by then matters. */
    private InvoiceCase from(Actor actor) {
        Dates dates = invoice.head().dates();
        boolean overridden = invoice.head().provenance().overridden();
        return new InvoiceCase(
                actor,
                agreement,
                new InvoiceCase.Days(dates.billing(), dates.issue()),
                charges(),
                overridden ? new Override(WORDS) : null);
    }

    private List<ManualCharge> charges() {
        return invoice.lines().stream()
                .filter(InvoiceLine.Manual.class::isInstance)
                .map(line -> new ManualCharge(line.category(), WORDS, line.amount()))
                .toList();
    }

    private Optional<Set<Role>> roles() {
        Set<Role> known = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> decision.roles().contains(role.code()))
                .forEach(known::add);
        boolean all = known.size() == Set.copyOf(decision.roles()).size();
        return all && !known.contains(Role.CLIENT) ? Optional.of(known) : Optional.empty();
    }

    private Set<String> matched() {
        Set<String> refs = new HashSet<>();
        decision.verdict().firings().forEach(firing -> refs.addAll(firing.facts()));
        return refs;
    }

    private static Set<String> refs(List<Fact> facts) {
        Set<String> refs = new HashSet<>();
        facts.forEach(fact -> refs.add(fact.ref()));
        return refs;
    }
}
