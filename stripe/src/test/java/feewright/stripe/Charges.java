package feewright.stripe;

import feewright.attempt.AttemptId;
import feewright.attempt.Charge;
import feewright.invoice.InvoiceId;
import feewright.payment.PaymentMethod;
import feewright.platform.FirmId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One charge of 125.00 USD, and the processors that make it. */
final class Charges {

    static final String KEY = "sk_test_secretOfTheTest";
    static final FirmId FIRM = new FirmId(UUID.fromString("01930000-0000-7000-8000-000000000001"));
    static final InvoiceId INVOICE = new InvoiceId(UUID.fromString("01930000-0000-7000-8000-000000000002"));
    static final AttemptId ATTEMPT = new AttemptId(UUID.fromString("01930000-0000-7000-8000-000000000003"));
    static final Instant MADE_AT = Instant.parse("2026-11-22T10:00:00Z");

    private Charges() {}

    static Charge charge() {
        return charge(Money.parse("USD 125.00"), null);
    }

    static Charge charge(Money amount, @Nullable String known) {
        return new Charge(
                FIRM, INVOICE, ATTEMPT, amount, new PaymentMethod.Reference("stripe", "cus_1", "pm_1"), MADE_AT, known);
    }

    static StripeProcessor processor(URI address) {
        return patient(address, 0);
    }

    static StripeProcessor patient(URI address, int retries) {
        return processor(address, retries, new StripeSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    /** One that gives up after less than a second of silence. */
    static StripeProcessor impatient(URI address, int retries) {
        return processor(address, retries, new StripeSettings.Timeouts(Duration.ofMillis(300), Duration.ofMillis(400)));
    }

    private static StripeProcessor processor(URI address, int retries, StripeSettings.Timeouts timeouts) {
        return new StripeProcessor(
                new StripeSettings(KEY, address, timeouts, retries, false),
                firm -> firm.equals(FIRM) ? Optional.of("acct_1") : Optional.empty());
    }
}
