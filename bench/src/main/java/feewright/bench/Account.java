package feewright.bench;

import feewright.invoice.Invoice;
import feewright.ledger.EntryCause;
import feewright.ledger.JournalEntry;
import feewright.payment.MoneyIn;
import feewright.payment.RecordPayment;
import feewright.payment.RefundPayment;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.context.ApplicationContext;

/**
 * A client with so many transfers behind it, years old and settled long since; and of this month an invoice that is paid in part and
 * some credit, as every client here has.
 */
record Account(ClientId client, Invoice invoice) {

    private static final int TOGETHER = 200;

    static Account lived(ApplicationContext application, Books books, int transfers) {
        RecordPayment payments = application.getBean(RecordPayment.class);
        RefundPayment refunds = application.getBean(RefundPayment.class);
        for (int done = 0; done < transfers / 2; done += TOGETHER) {
            int from = done;
            int to = Math.min(done + TOGETHER, transfers / 2);
            books.together(() -> {
                for (int pair = from; pair < to; pair++) {
                    Instant then = Instant.now().minus(400 + pair % 1_000, ChronoUnit.DAYS);
                    JournalEntry deposit = deposited(payments, books, then);
                    refunds.refund(
                            books.admin(),
                            new RefundPayment.Request(deposit.id(), null, new CustomerText("Bench")),
                            then);
                }
            });
        }
        Instant now = Instant.now();
        Invoice invoice = books.issue(books.typical());
        Money part = Money.ofMinor(invoice.head().currency(), 100);
        payments.pay(books.admin(), invoice.id(), received(part, now), now);
        deposited(payments, books, now);
        return new Account(books.client(), invoice);
    }

    private static JournalEntry deposited(RecordPayment payments, Books books, Instant then) {
        Money amount = Money.ofMajor(CurrencyUnit.USD, 1);
        if (payments.deposit(books.admin(), books.client(), received(amount, then), then)
                instanceof RecordPayment.Outcome.Recorded recorded) {
            return recorded.payment();
        }
        throw new IllegalStateException("not deposited");
    }

    private static MoneyIn.Received received(Money amount, Instant then) {
        LocalDate day = LocalDate.ofInstant(then, ZoneOffset.UTC).minusDays(1);
        return new MoneyIn.Received(amount, EntryCause.Method.WIRE, day, null);
    }
}
