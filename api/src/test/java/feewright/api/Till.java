package feewright.api;

import feewright.api.LedgerCommand.Order;
import feewright.api.LedgerCommand.Result;
import feewright.api.LedgerCommand.Who;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditSource;
import feewright.credit.CreditStep;
import feewright.engagement.SignedEngagement;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.invoice.InvoiceId;
import feewright.receivable.GrantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The money of an office, of which something of each kind has happened already. */
final class Till {

    static final LocalDate TODAY = LocalDate.of(2026, 4, 10);

    final Office office;
    /** Owes 300.00: of 500.00, 100.00 were paid and 100.00 written off. */
    final UUID open;
    /** Was issued over 500.00. */
    final UUID voided;
    /** Owes 480.00: 20.00 of its line were taken off. */
    final UUID credited;
    /** Of another client, and owes 500.00. */
    final UUID elsewhere;
    /** Has 40.00 left, and stands. */
    final UUID goodwill;
    /** Waits for another admin. */
    final UUID waiting;
    /** Was undone. */
    final UUID undone;
    /** Was reversed. */
    final UUID reversed;

    private final LedgerClerk clerk;

    Till(Office office) {
        this.office = office;
        this.clerk = new LedgerClerk(office);
        SignedEngagement monthly = office.signed(Offers.monthlyPackage("500.00"));
        open = issued(monthly);
        voided = issued(monthly);
        done(Who.ADMIN, new LedgerCommand.Void(voided));
        credited = issued(monthly);
        elsewhere = issued(office.signed(office.anotherClient(), Offers.monthlyPackage("500.00")));
        done(Who.ADMIN, new LedgerCommand.Pay(open, usd("100.00"), TODAY));
        done(Who.ADMIN, new LedgerCommand.WriteOff(open, usd("100.00")));
        goodwill = asked("40.00");
        done(Who.MASTER_ADMIN, new LedgerCommand.Review(goodwill, CreditStep.APPROVE));
        waiting = asked("50.00");
        undone = done(Who.ADMIN, new LedgerCommand.Apply(open, usd("10.00"))).entry();
        done(Who.ADMIN, new LedgerCommand.Unapply(undone));
        done(Who.ADMIN, note(credited, "20.00"));
        reversed = done(Who.ADMIN, new LedgerCommand.Pay(open, usd("30.00"), TODAY))
                .entry();
        done(Who.ADMIN, new LedgerCommand.ReversePayment(reversed));
    }

    Result attempt(Who who, LedgerCommand command) {
        return clerk.run(new Order(who, command), Office.NOW);
    }

    Money owed(UUID invoice) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .ledger()
                                .read(office.firm, List.of(new InvoiceId(invoice)))
                                .getFirst()
                                .owed());
    }

    Money remaining(UUID grant) {
        return office.ports
                .transactions()
                .reading(
                        office.admin,
                        () -> office.ports
                                .credits()
                                .find(office.firm, new GrantId(grant))
                                .orElseThrow()
                                .remaining());
    }

    static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    static LedgerCommand note(UUID invoice, @Nullable String amount) {
        Money money = amount == null ? null : usd(amount);
        return new LedgerCommand.Credit(
                invoice, List.of(new CreditNoteRequest.Item.Amount(1, money)), CreditNoteRequest.Excess.CREDIT);
    }

    private UUID issued(SignedEngagement engagement) {
        return done(Who.ADMIN, new LedgerCommand.Issue(engagement.id().value(), null))
                .invoice();
    }

    private UUID asked(String amount) {
        return done(
                        Who.ADMIN,
                        new LedgerCommand.Ask(office.client.value(), CreditSource.GOODWILL, usd(amount), null, null))
                .grant();
    }

    private Result.Done done(Who who, LedgerCommand command) {
        if (attempt(who, command) instanceof Result.Done done) {
            return done;
        }
        throw new AssertionError(command.toString());
    }
}
