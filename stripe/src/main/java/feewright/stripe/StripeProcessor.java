package feewright.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import feewright.attempt.Collectable;
import feewright.attempt.PaymentFailure;
import feewright.attempt.PaymentProcessor;
import feewright.attempt.ProcessorResponse;
import feewright.payment.PaymentMethod;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
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
    public ProcessorResponse charge(Charge charge) {
        Optional<String> account = accounts.of(charge.firm());
        if (account.isEmpty()) {
            return new ProcessorResponse(new AttemptUpdate.NotSent("no_account"), Trouble.A_PERSON_IS_NEEDED);
        }
        return switch (StripeUnits.of(charge.amount())) {
            case StripeUnits.Conversion.Refused(String code) ->
                ProcessorResponse.of(new AttemptUpdate.Failed(
                        null, new PaymentFailure(PaymentFailure.Category.OTHER, true, code, null)));
            case StripeUnits.Conversion.Units(long units) -> charge(charge, units, account.get());
        };
    }

    /** An exception that is not the library's own comes from a body that it could not read: a proxy's page, or nothing at all. */
    private ProcessorResponse charge(Charge charge, long units, String account) {
        try {
            return ProcessorResponse.of(payments.charge(
                    charge, units, Connection.options(account, charge.attempt().toString())));
        } catch (StripeException refused) {
            return new Trouble(refused).charged();
        } catch (RuntimeException _) {
            return ProcessorResponse.of(new AttemptUpdate.Unknown("unreadable"));
        }
    }

    @Override
    public ProcessorResponse find(Charge charge) {
        Optional<String> account = accounts.of(charge.firm());
        if (account.isEmpty()) {
            return new ProcessorResponse(new AttemptUpdate.Unknown("no_account"), Trouble.A_PERSON_IS_NEEDED);
        }
        try {
            return ProcessorResponse.of(payments.find(charge, Connection.options(account.get())));
        } catch (StripeException refused) {
            return new Trouble(refused).unknown();
        } catch (RuntimeException _) {
            return ProcessorResponse.of(new AttemptUpdate.Unknown("unreadable"));
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
    public Optional<PaymentMethod.Display> method(FirmId firm, String customer, String method) {
        if (Codes.id(method) == null) {
            return Optional.empty();
        }
        RequestOptions options = Connection.options(account(firm));
        return asked(() -> methods.shown(customer, method, options));
    }

    private String account(FirmId firm) {
        return accounts.of(firm).orElseThrow(() -> new ProcessorUnavailable("no_account"));
    }

    private interface Call<T> {
        T ask() throws StripeException;
    }

    /** Without the exception as the cause: its message is Stripe's words. */
    private static <T> T asked(Call<T> question) {
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
