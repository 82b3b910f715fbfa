package feewright.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentListParams;
import feewright.attempt.AttemptUpdate;
import feewright.attempt.Charge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** PaymentIntents: made and confirmed in one call while the customer is away, and found again. */
record StripePayments(StripeClient client) {

    private static final long PAGE = 100;

    /** A customer with more payments than that since an attempt was made is looked at by a person. */
    private static final int PAGES = 10;

    /** Stripe's clock and ours may differ. */
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

    AttemptUpdate charge(Charge charge, long units, RequestOptions options) throws StripeException {
        return report(charge, client.v1().paymentIntents().create(params(charge, units), options));
    }

    /** By Stripe's own name where it is known. Else by our id among the customer's payments: unlike search, the list never lags. */
    AttemptUpdate find(Charge charge, RequestOptions options) throws StripeException {
        String known = Codes.id(charge.known());
        if (known != null) {
            try {
                return report(charge, client.v1().paymentIntents().retrieve(known, options));
            } catch (StripeException refused) {
                if (!new Trouble(refused).isMissing()) {
                    throw refused;
                }
            }
        }
        return listed(charge, options);
    }

    private AttemptUpdate listed(Charge charge, RequestOptions options) throws StripeException {
        List<PaymentStanding> found = new ArrayList<>();
        String after = null;
        for (int page = 0; page < PAGES; page++) {
            StripeCollection<PaymentIntent> listed =
                    client.v1().paymentIntents().list(page(charge, after), options);
            if (listed.getData() == null || listed.getHasMore() == null) {
                return new AttemptUpdate.Unknown("unreadable");
            }
            listed.getData().stream()
                    .flatMap(intent -> PaymentStanding.of(intent).stream())
                    .filter(standing -> isOf(charge, standing))
                    .forEach(found::add);
            if (!listed.getHasMore() || listed.getData().isEmpty()) {
                return best(found).<AttemptUpdate>map(PaymentStanding::report).orElseGet(AttemptUpdate.NotFound::new);
            }
            after = listed.getData().getLast().getId();
        }
        return best(found).map(PaymentStanding::report).orElseGet(() -> new AttemptUpdate.Unknown("too_many_payments"));
    }

    /** Two only where a key was sent again after it was forgotten: then what brought money counts, or still may. */
    private static Optional<PaymentStanding> best(List<PaymentStanding> found) {
        return List.of("succeeded", "processing", "requires_action").stream()
                .flatMap(status ->
                        found.stream().filter(standing -> standing.status().equals(status)))
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    private static AttemptUpdate report(Charge charge, PaymentIntent intent) {
        Optional<PaymentStanding> standing = PaymentStanding.of(intent);
        if (standing.isEmpty()) {
            return new AttemptUpdate.Unknown("unreadable");
        }
        return isOf(charge, standing.get()) ? standing.get().report() : new AttemptUpdate.Unknown("other_attempt");
    }

    private static boolean isOf(Charge charge, PaymentStanding standing) {
        return charge.attempt().toString().equals(standing.attempt());
    }

    /** Ways to pay that send the customer to another page are left out: there is no customer. */
    private static PaymentIntentCreateParams params(Charge charge, long units) {
        return PaymentIntentCreateParams.builder()
                .setAmount(units)
                .setCurrency(charge.amount().getCurrencyUnit().getCode().toLowerCase(Locale.ROOT))
                .setCustomer(charge.method().customer())
                .setPaymentMethod(charge.method().method())
                .setConfirm(true)
                .setOffSession(true)
                .setAutomaticPaymentMethods(PaymentIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(PaymentIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .putMetadata(Metadata.FIRM, charge.firm().toString())
                .putMetadata(Metadata.INVOICE, charge.invoice().toString())
                .putMetadata(Metadata.ATTEMPT, charge.attempt().toString())
                .build();
    }

    private static PaymentIntentListParams page(Charge charge, @Nullable String after) {
        PaymentIntentListParams.Builder params = PaymentIntentListParams.builder()
                .setCustomer(charge.method().customer())
                .setCreated(PaymentIntentListParams.Created.builder()
                        .setGte(charge.madeAt().minus(CLOCKS_DIFFER).getEpochSecond())
                        .build())
                .setLimit(PAGE);
        return after == null ? params.build() : params.setStartingAfter(after).build();
    }
}
