package feewright.api.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import feewright.api.fixture.Quiet;
import feewright.api.fixture.RandomTerms;
import feewright.api.fixture.Recalculation;
import feewright.api.fixture.Reply;
import feewright.api.fixture.Server;
import feewright.api.fixture.TestFirm;
import feewright.api.fixture.TestFirm.Caller;
import feewright.drools.DroolsRulebook;
import feewright.engagement.SignedEngagement;
import feewright.firm.BillingRole;
import feewright.firm.Person;
import feewright.fixture.Office;
import feewright.fixture.Seed;
import feewright.invoice.Assessment;
import feewright.invoice.Category;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.ManualCharge;
import feewright.invoice.IssueInvoice;
import feewright.invoice.PreviewInvoice;
import feewright.platform.CustomerText;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeEntryInput;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Requirements X3 and I3 on invoices by chance, issued on PostgreSQL and judged by the core pack: every amount follows from the
 * explanation alone, and what was previewed is what was issued. {@code -Dfeewright.test.seed=…} runs a seed again.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(value = Quiet.DATABASE, mode = ResourceAccessMode.READ)
class ExplanationTest {

    private static final int INVOICES = 200;
    private static final int INVOICES_OF_ONE_ENGAGEMENT = 4;
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    private final long seed = Seed.of(ExplanationTest.class, 20_260_410);
    private final Random random = new Random(seed);
    private final Office office =
            Office.open(Server.running().ports(), Server.running().context.getBean(DroolsRulebook.class));
    private final List<PersonId> workers = workers();
    private final Caller admin = caller();
    private final Set<String> kinds = new HashSet<>();
    private int issued;

    @Test
    void every_amount_follows_from_the_explanation_alone() {
        RandomTerms terms =
                new RandomTerms(random, workers.stream().map(PersonId::value).toList());

        for (int made = 0; issued < INVOICES; made++) {
            assertThat(made).as("engagements, seed " + seed).isLessThan(4 * INVOICES);
            SignedEngagement engagement = office.signed(terms.next());
            work(engagement);
            for (int i = 0; i < INVOICES_OF_ONE_ENGAGEMENT; i++) {
                if (random.nextInt(8) == 0) {
                    issueOverHttp(engagement);
                } else {
                    issue(engagement);
                }
            }
        }

        assertThat(kinds)
                .as("arithmetic met, seed " + seed)
                .contains("fee_share", "whole_fee", "rate_times_time", "stated")
                .contains("JPY", "KWD", "USD")
                .contains("partial period", "several rates");
    }

    private void issue(SignedEngagement engagement) {
        InvoiceRequest request = new InvoiceRequest(
                new InvoiceRequest.Basis.Engagement(engagement.id()),
                null,
                charges(engagement),
                new InvoiceRequest.Override(new CustomerText("Agreed")));
        if (request.charges().isEmpty()) {
            request = InvoiceRequest.dueOf(engagement.id());
        }
        if (!(office.engine.previewInvoice().preview(office.masterAdmin, request, Office.NOW)
                        instanceof PreviewInvoice.Outcome.Previewed(Assessment assessment, var _))
                || !assessment.isIssuable()) {
            return;
        }
        IssueInvoice.Outcome outcome =
                office.engine.issueInvoice().issue(office.masterAdmin, request, assessment.fingerprint(), Office.NOW);

        assertThat(outcome).as("seed " + seed).isInstanceOf(IssueInvoice.Outcome.Issued.class);
        Invoice invoice = ((IssueInvoice.Outcome.Issued) outcome).invoice();
        assertThat(invoice.lines()).isEqualTo(assessment.proposed().frozenLines());
        assertThat(invoice.head().totals()).isEqualTo(assessment.proposed().totals());
        assertThat(invoice.head().dates()).isEqualTo(assessment.proposed().dates());
        explained(invoice.id().toString());
    }

    private void issueOverHttp(SignedEngagement engagement) {
        String path = "/v1/engagements/" + engagement.id();
        Reply preview = admin.post(path + "/invoice-previews", "{}");
        if (preview.status() != 200 || !preview.json().at("/issuable").asBoolean()) {
            preview.expect(preview.status() == 200 ? 200 : 422);
            return;
        }

        Reply invoice = admin.post(
                        path + "/invoices", "{\"fingerprint\": \"%s\"}".formatted(preview.text("/fingerprint")))
                .expect(201);

        assertThat(invoice.json().at("/totals")).isEqualTo(preview.json().at("/totals"));
        assertThat(invoice.json().at("/due_date")).isEqualTo(preview.json().at("/due_date"));
        assertThat(invoice.json().at("/lines"))
                .isEqualTo(withoutJustifications(preview.json().at("/lines")));
        explained(invoice.text("/id"));
    }

    private static JsonNode withoutJustifications(JsonNode lines) {
        lines.forEach(line -> ((ObjectNode) line).remove("justifications"));
        return lines;
    }

    private void explained(String invoice) {
        issued++;
        JsonNode explanation = admin.get("/v1/invoices/" + invoice + "/explanation")
                .expect(200)
                .json();
        try {
            Recalculation.check(explanation);
        } catch (AssertionError wrong) {
            throw new AssertionError("seed " + seed + ": " + explanation, wrong);
        }
        kinds.add(explanation.at("/invoice/currency").asString(""));
        for (JsonNode line : explanation.at("/lines")) {
            JsonNode arithmetic = line.at("/arithmetic");
            kinds.add(arithmetic.at("/kind").asString(""));
            if (arithmetic.has("days")
                    && arithmetic.at("/days").asInt()
                            != arithmetic.at("/to_day").asInt()) {
                kinds.add("partial period");
            }
            if (line.at("/rate_choices/0/considered").size() > 1) {
                kinds.add("several rates");
            }
        }
    }

    /** Sometimes charges by hand, up or down, which the master admin overrides for. */
    private List<ManualCharge> charges(SignedEngagement engagement) {
        List<ManualCharge> charges = new ArrayList<>();
        for (int i = random.nextInt(8); i > 5; i--) {
            long minor = random.nextInt(20_000) - 5_000L;
            charges.add(new ManualCharge(
                    random.nextBoolean() ? Category.EXPENSE : Category.MANUAL,
                    new CustomerText("Travel"),
                    Money.ofMinor(engagement.terms().currency(), minor == 0 ? 1 : minor)));
        }
        return charges;
    }

    /** Some work of some people, approved by the master admin. */
    private void work(SignedEngagement engagement) {
        if (engagement.terms().pricing().hourlyTerms().isEmpty()) {
            return;
        }
        LocalDate start = engagement.terms().term().start();
        List<EntryVersion> logged = new ArrayList<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            TimeEntryInput note = new TimeEntryInput(
                    engagement.id(),
                    workers.get(random.nextInt(workers.size())),
                    null,
                    start.plusDays(random.nextInt(120)),
                    1 + random.nextInt(400),
                    random.nextInt(6) > 0,
                    new CustomerText("Work"));
            if (!note.workedOn().isAfter(TODAY)
                    && office.engine.logTime().log(office.masterAdmin, note, Office.NOW)
                            instanceof LogTime.Outcome.Logged entry) {
                logged.add(entry.draft().version());
            }
        }
        logged.forEach(version -> office.engine.submitTime().submit(office.masterAdmin, version, Office.NOW));
        office.engine.reviewTime().approve(office.masterAdmin, Approval.Side.FIRM, logged, Office.NOW);
    }

    /** A senior, a junior and somebody without a role. */
    private List<PersonId> workers() {
        List<PersonId> people = new ArrayList<>(List.of(office.staff.person()));
        office.ports.transactions().in(office.masterAdmin, () -> {
            for (BillingRole role : new BillingRole[] {new BillingRole("junior"), null}) {
                PersonId person = new PersonId(office.ports.ids().next());
                office.ports.people().add(new Person(office.firm, person, role, Office.NOW));
                people.add(person);
            }
            return null;
        });
        return people;
    }

    private Caller caller() {
        TestFirm other = TestFirm.open();
        return new Caller(
                other.server,
                other.signed(other.claims(Role.FIRM_ADMIN)
                        .subject(office.admin.person().toString())
                        .claim("firm", office.firm.toString())
                        .build()),
                null);
    }
}
