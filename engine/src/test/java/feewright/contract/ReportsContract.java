package feewright.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import feewright.dispute.DisputeState;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput.RateOffer;
import feewright.engine.Ports;
import feewright.fixture.Cashier;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.fixture.Quarter;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.WorkInProgress;
import feewright.ledger.Ledger.EntryKind;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.report.AccountMovement;
import feewright.report.Ageing;
import feewright.report.ClientAccounts;
import feewright.report.ClientBalance;
import feewright.report.ClientStatement;
import feewright.report.Days;
import feewright.report.FirmFigures;
import feewright.report.LedgerSums;
import feewright.report.ReportResult;
import feewright.report.ReportRevenue;
import feewright.report.Revenue;
import feewright.report.Unbilled;
import feewright.time.EntryVersion;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports over a quarter whose figures are worked out by hand (requirements I7, L1, L3). */
public abstract class ReportsContract {

    private Quarter quarter;
    private Actor admin;

    /** Ports over a store that this contract may fill. */
    protected abstract Ports ports();

    @BeforeEach
    void a_quarter() {
        quarter = new Quarter(Office.open(ports(), new PermissiveRulebook()));
        admin = quarter.office.admin;
    }

    @Test
    void a_statement_opens_moves_and_closes_L3() {
        ClientStatement.Section february = statement(quarter.dollars, "2026-02-01", "2026-03-01")
                .sections()
                .getFirst();
        ClientStatement.Section march = statement(quarter.dollars, "2026-03-01", "2026-04-01")
                .sections()
                .getFirst();

        assertThat(february.opening()).isEqualTo(standing("USD 600.00", "USD 0.00"));
        assertThat(february.movements().stream()
                        .map(moved -> moved.booked().on() + " " + moved.owed() + " " + moved.credit()))
                .containsExactly(
                        "2026-02-03 USD 1000.00 USD 0.00",
                        "2026-02-03 USD 100.00 USD 0.00",
                        "2026-02-10 USD -600.00 USD 0.00",
                        "2026-02-10 USD 0.00 USD 200.00",
                        "2026-02-12 USD -100.00 USD 0.00",
                        "2026-02-12 USD -1000.00 USD 0.00",
                        "2026-02-13 USD 1000.00 USD 0.00",
                        "2026-02-13 USD 100.00 USD 0.00",
                        "2026-02-15 USD -100.00 USD -100.00",
                        "2026-02-20 USD -1000.00 USD 0.00");
        assertThat(february.closing()).isEqualTo(standing("USD 0.00", "USD 100.00"));
        assertThat(february.closing().balance()).isEqualTo(Money.parse("USD -100.00"));
        assertThat(march.opening()).isEqualTo(february.closing());
        assertThat(march.closing()).isEqualTo(standing("USD 800.00", "USD 100.00"));
    }

    @Test
    void each_day_closes_with_what_the_next_opens_with() {
        ClientBalance before = standing("USD 0.00", "USD 0.00");
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.isBefore(LocalDate.of(2026, 4, 1)); day = day.plusDays(1)) {
            ClientAccounts.Query of =
                    new ClientAccounts.Query(quarter.dollars, new Days(day, day.plusDays(1)), CurrencyUnit.USD);

            ClientStatement.Section section = statement(of).sections().getFirst();

            assertThat(section.opening()).as(day.toString()).isEqualTo(before);
            before = section.closing();
        }
        assertThat(before).isEqualTo(standing("USD 800.00", "USD 100.00"));
    }

    @Test
    void a_statement_has_a_section_for_each_currency_that_there_was_anything_in() {
        assertThat(statement(quarter.euros, "2026-03-01", "2026-04-01").sections())
                .singleElement()
                .satisfies(section -> {
                    assertThat(section.opening()).isEqualTo(standing("EUR 200.00", "EUR 0.00"));
                    assertThat(section.movements()).hasSize(2);
                    assertThat(section.closing()).isEqualTo(standing("EUR 200.00", "EUR 20.00"));
                });
        assertThat(statement(quarter.euros, "2025-01-01", "2025-02-01").sections())
                .isEmpty();
        assertThat(statement(new ClientAccounts.Query(
                                quarter.dollars,
                                new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)),
                                CurrencyUnit.EUR))
                        .sections())
                .containsExactly(new ClientStatement.Section(
                        ClientBalance.zero(CurrencyUnit.EUR), List.of(), ClientBalance.zero(CurrencyUnit.EUR)));
    }

    @Test
    void nobody_has_a_statement_who_is_no_client() {
        ClientAccounts.Query of = new ClientAccounts.Query(
                new ClientId(admin.person().value()),
                new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1)),
                null);

        assertThat(quarter.office.engine.drawUpStatement().drawUp(admin, of))
                .isEqualTo(new ReportResult.NotFound<ClientStatement>());
    }

    @Test
    void what_is_owed_is_aged_by_its_due_date_as_of_any_day() {
        assertThat(ageing("2026-04-10"))
                .containsExactlyInAnyOrder(
                        row(quarter.dollars, "USD", "0", "800", "0", "0", "0"),
                        row(quarter.euros, "EUR", "0", "0", "200", "0", "0"));
        assertThat(ageing("2026-04-02")).contains(row(quarter.dollars, "USD", "800", "0", "0", "0", "0"));
        assertThat(ageing("2026-02-11"))
                .containsExactlyInAnyOrder(
                        row(quarter.dollars, "USD", "1100", "0", "0", "0", "0"),
                        row(quarter.euros, "EUR", "200", "0", "0", "0", "0"));
        assertThat(ageing("2026-02-09")).contains(row(quarter.dollars, "USD", "1700", "0", "0", "0", "0"));
        assertThat(ageing("2026-05-15")).contains(row(quarter.euros, "EUR", "0", "0", "0", "200", "0"));
        assertThat(ageing("2026-05-16")).contains(row(quarter.euros, "EUR", "0", "0", "0", "0", "200"));
        assertThat(ageing("2026-01-09")).isEmpty();
    }

    @Test
    void revenue_by_month_and_category_is_what_the_documents_add_up_to_I7() {
        Revenue revenue = revenue("2026-01-01", "2026-04-01");

        assertThat(revenue.rows().stream()
                        .map(row -> row.month() + " " + row.category().code() + " " + row.mode() + " "
                                + row.sums().issued() + " " + row.sums().voided() + " "
                                + row.sums().credited()))
                .containsExactly(
                        "2026-01 package PACKAGE EUR 200.00 EUR 0.00 EUR 0.00",
                        "2026-01 package MIXED USD 1000.00 USD 0.00 USD 0.00",
                        "2026-02 hourly MIXED USD 200.00 USD -100.00 USD 0.00",
                        "2026-02 package MIXED USD 2000.00 USD -1000.00 USD 0.00",
                        "2026-03 hourly MIXED USD 100.00 USD 0.00 USD -100.00",
                        "2026-03 package MIXED USD 1000.00 USD 0.00 USD 0.00");
        assertThat(revenue.totals()).allMatch(Revenue.Total::agrees);
        assertThat(revenue.totals().stream()
                        .map(total -> total.category().code() + " "
                                + total.documents().net()))
                .containsExactly(
                        "package EUR 200.00",
                        "hourly EUR 0.00",
                        "expense EUR 0.00",
                        "manual EUR 0.00",
                        "package USD 3000.00",
                        "hourly USD 100.00",
                        "expense USD 0.00",
                        "manual USD 0.00");
    }

    @Test
    void revenue_can_be_of_one_engagement_or_one_client_I7() {
        Days days = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        ReportRevenue report = quarter.office.engine.reportRevenue();

        assertThat(report.report(admin, new LedgerSums.RevenueFilter(days, quarter.euros, null))
                        .totals())
                .allMatch(Revenue.Total::agrees)
                .extracting(total -> total.ledger().net())
                .containsExactly(
                        Money.parse("EUR 200.00"),
                        Money.parse("EUR 0.00"),
                        Money.parse("EUR 0.00"),
                        Money.parse("EUR 0.00"));
        assertThat(report.report(admin, new LedgerSums.RevenueFilter(days, null, quarter.mixed.id()))
                        .totals())
                .allMatch(Revenue.Total::agrees)
                .extracting(total -> total.ledger().net())
                .containsExactly(
                        Money.parse("USD 3000.00"),
                        Money.parse("USD 100.00"),
                        Money.parse("USD 0.00"),
                        Money.parse("USD 0.00"));
    }

    @Test
    void unbilled_time_is_worth_what_an_invoice_would_ask_and_time_without_a_rate_is_named() {
        LocalDate day = LocalDate.of(2026, 3, 15);
        SignedEngagement packaged = quarter.office.signed(Offers.monthlyPackage("500.00"));
        SignedEngagement partners = quarter.office.signed(Offers.offer(
                "hourly", null, Offers.hours(6, new RateOffer(null, "partner", Offers.usd("300.00"), null))));
        quarter.office.approved(quarter.mixed, day, 31);
        quarter.office.approved(packaged, day, 15);
        EntryVersion unpriced = quarter.office.approved(partners, day, 20);

        Unbilled unbilled = unbilled(quarter.office, quarter.dollars);

        assertThat(unbilled.rows())
                .extracting(row -> row.engagement().id(), WorkInProgress::minutes, WorkInProgress::value)
                .containsExactlyInAnyOrder(
                        tuple(quarter.mixed.id(), new WorkInProgress.Minutes(31, 36, 0, 0), Money.parse("USD 60.00")),
                        tuple(packaged.id(), new WorkInProgress.Minutes(15, 0, 15, 0), Money.parse("USD 0.00")),
                        tuple(partners.id(), new WorkInProgress.Minutes(20, 0, 0, 20), Money.parse("USD 0.00")));
        assertThat(unbilled.rows()).flatMap(WorkInProgress::unpriced).containsExactly(unpriced);
        assertThat(unbilled.totals()).containsExactly(Money.parse("USD 60.00"));
        assertThat(unbilled(quarter.office, quarter.euros).rows()).isEmpty();
    }

    @Test
    void each_movement_names_what_made_it_and_what_it_moved_L3() {
        List<AccountMovement> movements = statement(quarter.dollars, "2026-03-01", "2026-04-01")
                .sections()
                .getFirst()
                .movements();

        assertThat(movements)
                .extracting(moved -> moved.source().kind())
                .containsExactly(
                        EntryKind.INVOICE_CREDITED,
                        EntryKind.INVOICE_CREDITED,
                        EntryKind.CREDIT_REFUNDED,
                        null,
                        null,
                        EntryKind.INVOICE_WRITTEN_OFF,
                        EntryKind.CREDIT_GRANTED,
                        EntryKind.CREDIT_EXPIRED);
        AccountMovement.Source note = movements.getFirst().source();
        assertThat(note.id()).isEqualTo(quarter.creditNote.id().value());
        assertThat(note.creditNote()).isEqualTo(new InvoiceNumber("CN", 1));
        assertThat(note.invoice())
                .isEqualTo(new AccountMovement.Invoiced(
                        quarter.february.id(), quarter.february.head().number()));
        AccountMovement issue = movements.get(3);
        assertThat(issue.source().id()).isEqualTo(quarter.march.id().value());
        assertThat(issue.owed()).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(movements.getLast().source().grant()).isEqualTo(quarter.promised);
        assertThat(movements.getLast().credit()).isEqualTo(Money.parse("USD -50.00"));
    }

    @Test
    void another_firm_has_nothing_of_it_in_any_report_T1() {
        Office other = Office.open(quarter.office.ports, new PermissiveRulebook());
        Days days = new Days(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1));
        LedgerSums.RevenueFilter of = new LedgerSums.RevenueFilter(days, null, quarter.mixed.id());
        quarter.office.approved(quarter.mixed, LocalDate.of(2026, 3, 15), 31);

        ReportResult<ClientStatement> statement = other.engine
                .drawUpStatement()
                .drawUp(other.admin, new ClientAccounts.Query(quarter.dollars, days, null));
        Revenue revenue = other.engine.reportRevenue().report(other.admin, of);

        assertThat(statement).isEqualTo(new ReportResult.NotFound<ClientStatement>());
        assertThat(up(other.engine.ageReceivables().age(other.admin, LocalDate.of(2026, 4, 10)))
                        .rows())
                .isEmpty();
        assertThat(revenue.rows()).isEmpty();
        assertThat(revenue.totals()).isEmpty();
        assertThat(unbilled(other, null).rows()).isEmpty();
    }

    @Test
    void time_is_unbilled_until_an_invoice_has_it_and_again_once_that_is_void_H4() {
        Office office = Office.open(ports(), new PermissiveRulebook());
        Cashier cashier = new Cashier(office);
        SignedEngagement hourly = office.signed(Offers.hourly("100.00"));
        office.approved(hourly, LocalDate.of(2026, 1, 5), 90);
        office.submitted(hourly, LocalDate.of(2026, 1, 6), 60);

        List<Money> before = unbilled(office, office.client).totals();
        Invoice invoice = cashier.issued(hourly);
        List<WorkInProgress> meanwhile = unbilled(office, office.client).rows();
        cashier.voided(invoice);

        assertThat(before).containsExactly(Money.parse("USD 150.00"));
        assertThat(meanwhile).isEmpty();
        assertThat(unbilled(office, office.client).totals()).containsExactly(Money.parse("USD 150.00"));
    }

    @Test
    void more_engagements_than_a_page_holds_are_all_valued_once() {
        Office office = Office.open(ports(), new PermissiveRulebook());
        for (int number = 0; number < 101; number++) {
            office.approved(
                    office.signed(Offers.hourly("100.00")),
                    LocalDate.of(2026, 1, 1).plusDays(number % 99),
                    6);
        }

        Unbilled unbilled = unbilled(office, null);

        assertThat(unbilled.rows())
                .hasSize(101)
                .extracting(row -> row.engagement().id())
                .doesNotHaveDuplicates();
        assertThat(unbilled.totals()).containsExactly(Money.parse("USD 1010.00"));
    }

    /** March owes 800 of 1100 after 300 were given up, and is overdue since 2 April. */
    @Test
    void an_operator_sees_counts_and_sums_by_currency_T3() {
        FirmFigures figures = quarter.office
                .ports
                .transactions()
                .reading(
                        admin,
                        () -> quarter.office
                                .ports
                                .platformFigures()
                                .of(quarter.office.firm, LocalDate.of(2026, 4, 10)));

        assertThat(quarter.disputed.course().state()).isEqualTo(DisputeState.NEEDS_RESPONSE);
        assertThat(figures.counts()).isEqualTo(new FirmFigures.Counts(2, 2, 0, 1));
        assertThat(figures.currencies())
                .containsExactly(
                        new FirmFigures.InCurrency(
                                new FirmFigures.Invoices(0, 1, 0, 0),
                                Money.parse("EUR 200.00"),
                                Money.parse("EUR 200.00"),
                                Money.parse("EUR 20.00")),
                        new FirmFigures.InCurrency(
                                new FirmFigures.Invoices(0, 1, 2, 1),
                                Money.parse("USD 3200.00"),
                                Money.parse("USD 800.00"),
                                Money.parse("USD 100.00")));
    }

    private ClientStatement statement(ClientId client, String from, String until) {
        return statement(
                new ClientAccounts.Query(client, new Days(LocalDate.parse(from), LocalDate.parse(until)), null));
    }

    private ClientStatement statement(ClientAccounts.Query of) {
        return up(quarter.office.engine.drawUpStatement().drawUp(admin, of));
    }

    private List<Ageing.Row> ageing(String day) {
        return up(quarter.office.engine.ageReceivables().age(admin, LocalDate.parse(day)))
                .rows();
    }

    private Revenue revenue(String from, String until) {
        Days days = new Days(LocalDate.parse(from), LocalDate.parse(until));
        return quarter.office.engine.reportRevenue().report(admin, new LedgerSums.RevenueFilter(days, null, null));
    }

    private static Unbilled unbilled(Office office, @Nullable ClientId client) {
        return up(office.engine.valueUnbilled().value(office.admin, client));
    }

    private static <T> T up(ReportResult<T> drawn) {
        return ((ReportResult.Ready<T>) drawn).report();
    }

    private static ClientBalance standing(String receivables, String credit) {
        return new ClientBalance(Money.parse(receivables), Money.parse(credit));
    }

    private static Ageing.Row row(ClientId client, String currency, String... amounts) {
        List<Money> buckets = List.of(amounts).stream()
                .map(amount -> Money.parse(currency + " " + amount))
                .toList();
        return new Ageing.Row(
                client,
                new Ageing.Buckets(buckets.get(0), buckets.get(1), buckets.get(2), buckets.get(3), buckets.get(4)));
    }
}
