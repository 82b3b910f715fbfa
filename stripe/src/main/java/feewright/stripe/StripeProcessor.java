package feewright.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import feewright.attempt.Answer;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.Failure;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.Report;
import feewright.firm.ClientId;
import feewright.firm.FirmId;
import feewright.payment.PaymentMethod;
import feewright.refund.RefundProcessor;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Charges payment methods that clients keep with Stripe, on the connected account of the firm that bills them. One client serves all
 * firms; whose account a call is about, and under which key, goes with the call.
 */
public final class StripeProcessor implements PaymentProcessor {

    /** Its code. */
    public static final String CODE = "stripe";

    private final StripeAccounts accounts;
    private final StripePayments payments;
    private final StripeMethods methods;
    private final StripeRefunds refunds;

    public StripeProcessor(StripeSettings settings, StripeAccounts accounts) {
        StripeClient client = Connection.to(settings);
        this.accounts = accounts;
        this.payments = new StripePayments(client);
        this.methods = new StripeMethods(client);
        this.refunds = new StripeRefunds(client, accounts);
    }

    @Override
    public String code() {
        return CODE;
    }

    /** Gives back what it charged. */
    public RefundProcessor refunds() {
        return refunds;
    }

    @Override
    public Collectable collectable(Money owed) {
        return StripeUnits.collectable(owed);
    }

    @Override
    public Answer charge(Charge charge) {
        Optional<String> account = accounts.of(charge.firm());
        if (account.isEmpty()) {
            return new Answer(new Report.NotSent("no-account"), Trouble.A_PERSON_IS_NEEDED);
        }
        return switch (StripeUnits.of(charge.amount())) {
            case StripeUnits.Sending.Refused(String code) ->
                Answer.of(new Report.Failed(null, new Failure(Failure.Category.OTHER, true, code, null)));
            case StripeUnits.Sending.Units(long units) -> charge(charge, units, account.get());
        };
    }

    /** An exception that is not the library's own comes from a body that it could not read: a proxy's page, or nothing at all. */
    private Answer charge(Charge charge, long units, String account) {
        try {
            return Answer.of(payments.charge(
                    charge, units, Connection.options(account, charge.attempt().toString())));
        } catch (StripeException refused) {
            return new Trouble(refused).charged();
        } catch (RuntimeException _) {
            return Answer.of(new Report.Unknown("unreadable"));
        }
    }

    @Override
    public Answer find(Charge charge) {
        Optional<String> account = accounts.of(charge.firm());
        if (account.isEmpty()) {
            return new Answer(new Report.Unknown("no-account"), Trouble.A_PERSON_IS_NEEDED);
        }
        try {
            return Answer.of(payments.find(charge, Connection.options(account.get())));
        } catch (StripeException refused) {
            return new Trouble(refused).unknown();
        } catch (RuntimeException _) {
            return Answer.of(new Report.Unknown("unreadable"));
        }
    }

    @Override
    public SetUp setUp(FirmId firm, ClientId client, @Nullable String customer) {
        String account = account(firm);
        return asked(() -> {
            String known = customer == null ? methods.customer(firm, client, account) : customer;
            return new SetUp(known, methods.secret(known, Connection.options(account)));
        });
    }

    @Override
    public Optional<PaymentMethod.Shown> method(FirmId firm, String customer, String method) {
        if (Codes.id(method) == null) {
            return Optional.empty();
        }
        RequestOptions options = Connection.options(account(firm));
        return asked(() -> methods.shown(customer, method, options));
    }

    private String account(FirmId firm) {
        return accounts.of(firm).orElseThrow(() -> new ProcessorUnavailable("no-account"));
    }

    private interface Question<T> {
        T ask() throws StripeException;
    }

    /** Without the exception as the cause: its message is Stripe's words. */
    private static <T> T asked(Question<T> question) {
        String code;
        try {
            return question.ask();
        } catch (StripeException refused) {
            code = new Trouble(refused).code();
        } catch (RuntimeException _) {
            code = "unreadable";
        }
        throw new ProcessorUnavailable(code);
    }
}
