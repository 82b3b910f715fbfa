package feewright.api;

import feewright.api.LedgerModel.Agreement;
import feewright.api.LedgerModel.Rate;
import feewright.drools.DroolsRulebook;
import feewright.engagement.TermsOffer;
import feewright.engagement.TermsOffer.ConditionsOffer;
import feewright.engagement.TermsOffer.HourlyOffer;
import feewright.engagement.TermsOffer.MoneyOffer;
import feewright.engagement.TermsOffer.PackageOffer;
import feewright.engagement.TermsOffer.RateOffer;
import feewright.firm.ClientId;
import feewright.fixture.Office;
import feewright.jdbc.JdbcAdapters;
import feewright.rule.Rulebook;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A new firm with three clients and engagements of every kind, in two currencies, at two instances and one whose database breaks. */
final class LedgerFirm {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    final Office office;
    final Office second;
    final Office breaking;
    final Map<UUID, Agreement> agreements = new LinkedHashMap<>();

    LedgerFirm(JdbcAdapters other, JdbcAdapters broken) {
        Rulebook rules = Server.running().context.getBean(DroolsRulebook.class);
        office = Office.open(ExplanationTest.ports(Server.running().ports()), rules);
        second = office.restarted(ExplanationTest.ports(other), rules);
        breaking = office.restarted(ExplanationTest.ports(broken), rules);
        UUID client = office.client.value();
        UUID another = office.anotherClient().value();
        UUID third = office.anotherClient().value();
        List<Rate> rate = List.of(new Rate(START, 12_345));
        List<Rate> rates = List.of(new Rate(START, 10_001), new Rate(LocalDate.of(2026, 3, 20), 15_555));
        sign(client, "USD", START, 25_000L, true, List.of(), true);
        sign(client, "USD", START, null, true, rates, false);
        sign(client, "JPY", START.plusDays(14), 30_000L, true, List.of(new Rate(START.plusDays(14), 7_001)), false);
        sign(another, "USD", START.plusDays(9), 10_001L, false, rate, false);
        sign(another, "USD", START, null, true, rate, true);
        sign(third, "JPY", START.plusDays(4), 9_999L, false, List.of(), true);
        sign(third, "USD", START, 33_333L, true, List.of(), false);
    }

    private void sign(
            UUID client,
            String currency,
            LocalDate start,
            Long fee,
            boolean inAdvance,
            List<Rate> rates,
            boolean automatic) {
        PackageOffer packaged = fee == null
                ? null
                : new PackageOffer(
                        money(currency, fee),
                        "monthly",
                        inAdvance ? "in_advance" : "in_arrears",
                        "anniversary",
                        "full");
        HourlyOffer hourly = rates.isEmpty()
                ? null
                : new HourlyOffer(
                        "monthly",
                        "anniversary",
                        6,
                        "up",
                        rates.stream()
                                .map(rate -> new RateOffer(
                                        null,
                                        null,
                                        money(currency, rate.perHour()),
                                        rate.from().equals(start) ? null : rate.from()))
                                .toList(),
                        TermsOffer.AdjustmentsOffer.NONE);
        ConditionsOffer conditions = new ConditionsOffer(
                LedgerModel.DUE_IN_DAYS, LedgerModel.ZONE.getId(), false, false, null, automatic ? "automatic" : null);
        String mode = fee == null ? "hourly" : rates.isEmpty() ? "package" : "mixed";
        TermsOffer offer = new TermsOffer(mode, currency, start, null, packaged, hourly, conditions);
        UUID id = office.signed(new ClientId(client), offer).id().value();
        agreements.put(id, new Agreement(id, client, currency, start, fee, inAdvance, rates, automatic));
    }

    private static MoneyOffer money(String currency, long minor) {
        return new MoneyOffer(
                Money.ofMinor(CurrencyUnit.of(currency), minor).getAmount().toPlainString(), currency);
    }
}
