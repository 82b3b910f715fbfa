package feewright.api;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.drools.CandidateRules;
import feewright.drools.DroolsRulebook;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.jdbc.JdbcAdapters;
import feewright.rule.Rulebook;
import feewright.whatif.CompareRules;
import feewright.whatif.CompareRules.Trial;
import feewright.whatif.Comparison.Outcome;
import feewright.whatif.Finding;
import feewright.whatif.Packs;
import feewright.whatif.PastCases;
import feewright.whatif.Question;
import feewright.whatif.SetAsideCases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past invoices under other rules (requirement X4). */
class WhatIfTest {

    private final Office office = World.WHOLE.office();

    @TempDir
    Path directory;

    @Test
    void a_package_invoice_under_the_same_rules_is_the_same_X4() {
        Invoice invoice = issued(office.signed(Offers.monthlyPackage("1000.00")));

        List<Finding> findings = compared(office.judge.rulebook());

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Compared.class, found -> {
            assertThat(found.head()).isEqualTo(invoice.head());
            assertThat(found.comparison().outcome()).isEqualTo(Outcome.SAME);
        });
    }

    @Test
    void a_candidate_that_vetoes_refuses_what_was_issued_X4() {
        issued(office.signed(Offers.monthlyPackage("1000.00")));
        AuthorRules.noPackages(directory);

        List<Finding> findings = compared(candidate());

        assertThat(findings).singleElement().isInstanceOfSatisfying(Finding.Compared.class, found -> {
            assertThat(found.comparison().outcome()).isEqualTo(Outcome.REFUSED);
            assertThat(found.comparison().added())
                    .singleElement()
                    .satisfies(violation -> assertThat(violation.code()).isEqualTo("PKG-01"));
        });
    }

    private Rulebook candidate() {
        return switch (new CandidateRules((DroolsRulebook) office.judge.rulebook(), directory).read()) {
            case CandidateRules.Candidate.Sound(Rulebook sound) -> sound;
            case CandidateRules.Candidate other -> throw new AssertionError(other);
        };
    }

    private List<Finding> compared(Rulebook candidate) {
        List<Finding> findings = new ArrayList<>();
        Packs packs = new Packs(office.judge.rulebook(), candidate);
        compareRules(Server.running().ports())
                .compare(new Trial(office.admin, new Question(null, null, null), packs, Office.NOW), findings::add);
        return findings;
    }

    static CompareRules compareRules(JdbcAdapters ports) {
        return new CompareRules(
                ports.transactions(),
                new PastCases(ports.reports().pastInvoices(), ports.invoices(), ports.decisions(), ports.clients()),
                new SetAsideCases(ports.transactions(), ports.setAsides(), ports.billingPositions(), ports.firms()));
    }

    private Invoice issued(SignedEngagement engagement) {
        return switch (office.issueInvoice()
                .issue(office.admin, InvoiceRequest.dueOf(engagement.id()), null, Office.NOW)) {
            case IssueInvoice.Outcome.Issued issued -> issued.invoice();
            case IssueInvoice.Outcome other -> throw new AssertionError(other);
        };
    }
}
