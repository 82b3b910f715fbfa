package feewright.api.ledger.model;

import feewright.api.fixture.Server;
import feewright.api.ledger.model.LedgerModel.Agreement;
import feewright.api.ledger.model.LedgerModel.Rate;
import feewright.attempt.SimulatedProcessor;
import feewright.dispute.LostDisputeFact;
import feewright.drools.DroolsRulebook;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.ConditionsOffer;
import feewright.engagement.TermsInput.HourlyOffer;
import feewright.engagement.TermsInput.MoneyInput;
import feewright.engagement.TermsInput.PackageOffer;
import feewright.engagement.TermsInput.RateOffer;
import feewright.engine.Ports;
import feewright.fixture.Office;
import feewright.payment.ManagePaymentMethods;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.rule.Conclusion;
import feewright.rule.Fact;
import feewright.rule.PackHash;
import feewright.rule.RuleSet;
import feewright.rule.Rulebook;
import feewright.rule.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A new firm with three clients and engagements of every kind, in two currencies, at two instances and one whose database breaks. */
public final class LedgerFirm {

    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    public final Office office;
    public final Office second;
    public final Office breaking;
    public final Map<UUID, Agreement> agreements = new LinkedHashMap<>();

    public LedgerFirm(Ports other, Ports broken) {
        Rulebook rules = new OwnRule(Server.running().context.getBean(DroolsRulebook.class));
        office = Office.open(Server.running().ports(), rules);
        second = office.restarted(other, rules);
        breaking = office.restarted(broken, rules);
        UUID client = office.client.value();
        UUID another = office.anotherClient().value();
        UUID third = office.anotherClient().value();
        List<Rate> rate = List.of(new Rate(START, 12_345));
        List<Rate> rates = List.of(new Rate(START, 10_001), new Rate(LocalDate.of(2026, 3, 20), 15_555));
        pays(client, "card-succeeds", true);
        pays(another, "debit-succeeds", false);
        pays(third, "card-succeeds", true);
        sign(client, "USD", START, 25_000L, true, List.of(), true);
        sign(client, "USD", START, null, true, rates, false);
        sign(client, "JPY", START.plusDays(14), 30_000L, true, List.of(new Rate(START.plusDays(14), 7_001)), false);
        sign(another, "USD", START.plusDays(9), 10_001L, false, rate, false);
        sign(another, "USD", START, null, true, rate, true);
        sign(third, "JPY", START.plusDays(4), 9_999L, false, List.of(), true);
        sign(third, "USD", START, 33_333L, true, List.of(), false);
    }

    /** Whether this firm gives up what was charged back of an invoice: claims for a reason, and whatever is hardly worth it. */
    public static boolean givesUp(String reason, long amountMinor) {
        return "credit_not_processed".equals(reason) || amountMinor < 2_000;
    }

    /** The core rules, and one of the firm's own that forbids to let an invoice owe again what it gives up. */
    private record OwnRule(Rulebook core) implements Rulebook {

        @Override
        public Verdict judge(RuleSet set, Collection<? extends Fact> facts) {
            Verdict verdict = core.judge(set, facts);
            List<Conclusion> conclusions = new ArrayList<>(verdict.conclusions());
            facts.stream()
                    .filter(LostDisputeFact.class::isInstance)
                    .map(LostDisputeFact.class::cast)
                    .filter(lost -> givesUp(lost.reason(), lost.amountMinor()))
                    .forEach(lost -> conclusions.add(new Conclusion.Violation("OWN-01", lost.ref())));
            return new Verdict(verdict.pack(), conclusions, verdict.firings());
        }

        @Override
        public PackHash pack() {
            return core.pack();
        }
    }

    /** A method that the simulated processor knows by name, and whether the client wants to pay by itself. */
    private void pays(UUID client, String method, boolean byItself) {
        ManagePaymentMethods.Known known = new ManagePaymentMethods.Known(
                new PaymentMethod.Reference(SimulatedProcessor.CODE, "customer-" + client, method),
                new PaymentMethod.Display("card", "visa", "4242", null, null));
        office.engine.managePaymentMethods().add(office.admin, new ClientId(client), known, Office.NOW);
        office.engine
                .managePaymentMethods()
                .autopay(
                        office.admin,
                        new ClientId(client),
                        new ManagePaymentMethods.AutopaySetting(byItself, null),
                        Office.NOW);
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
                        TermsInput.AdjustmentsOffer.NONE);
        ConditionsOffer conditions = new ConditionsOffer(
                LedgerModel.DUE_IN_DAYS, LedgerModel.ZONE.getId(), false, false, null, automatic ? "automatic" : null);
        String mode = fee == null ? "hourly" : rates.isEmpty() ? "package" : "mixed";
        TermsInput offer = new TermsInput(mode, currency, start, null, packaged, hourly, conditions);
        UUID id = office.signed(new ClientId(client), offer).id().value();
        agreements.put(id, new Agreement(id, client, currency, start, fee, inAdvance, rates, automatic));
    }

    private static MoneyInput money(String currency, long minor) {
        return new MoneyInput(
                Money.ofMinor(CurrencyUnit.of(currency), minor).getAmount().toPlainString(), currency);
    }
}
