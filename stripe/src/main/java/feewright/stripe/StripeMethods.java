package feewright.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.PaymentMethod;
import com.stripe.model.SetupIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.SetupIntentCreateParams;
import com.stripe.param.SetupIntentListParams;
import feewright.payment.PaymentMethod.Display;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Customers and payment methods, by reference: what is entered at Stripe stays there. */
record StripeMethods(StripeClient client) {

    private static final long PAGE = 20;

    /** Makes a customer that knows ids of ours and no names. Asked again within a day, Stripe answers with the same one. */
    String customer(FirmId firm, ClientId client, String account) throws StripeException {
        CustomerCreateParams params = CustomerCreateParams.builder()
                .putMetadata(Metadata.FIRM, firm.toString())
                .putMetadata(Metadata.CLIENT, client.toString())
                .build();
        return read(this.client
                .v1()
                .customers()
                .create(params, Connection.options(account, "customer-" + client))
                .getId());
    }

    /** The secret with which the client's browser enters a method that can be charged while the client is away. */
    String secret(String customer, RequestOptions options) throws StripeException {
        SetupIntentCreateParams params = SetupIntentCreateParams.builder()
                .setCustomer(customer)
                .setUsage(SetupIntentCreateParams.Usage.OFF_SESSION)
                .setAutomaticPaymentMethods(SetupIntentCreateParams.AutomaticPaymentMethods.builder()
                        .setEnabled(true)
                        .setAllowRedirects(SetupIntentCreateParams.AutomaticPaymentMethods.AllowRedirects.NEVER)
                        .build())
                .build();
        return Objects.requireNonNull(
                client.v1().setupIntents().create(params, options).getClientSecret());
    }

    /** What a method looks like; empty where there is none, or it is another customer's. */
    Optional<Display> shown(String customer, String method, RequestOptions options) throws StripeException {
        try {
            PaymentMethod found = client.v1().paymentMethods().retrieve(method, options);
            read(found.getId());
            if (!customer.equals(found.getCustomer())) {
                return Optional.empty();
            }
            return Optional.of(found.getCard() == null ? debit(found, options) : card(found.getCard()));
        } catch (StripeException refused) {
            if (new Trouble(refused).isMissing()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Display card(PaymentMethod.Card card) {
        boolean dated = card.getExpYear() != null && card.getExpMonth() != null;
        return new Display(
                "card",
                Codes.code(card.getBrand()),
                lastFour(card.getLast4()),
                dated ? YearMonth.of(Math.toIntExact(card.getExpYear()), Math.toIntExact(card.getExpMonth())) : null,
                null);
    }

    private Display debit(PaymentMethod method, RequestOptions options) throws StripeException {
        return new Display(
                Codes.code(method.getType(), "other"),
                null,
                lastFour(digits(method)),
                null,
                mandate(method.getId(), options));
    }

    private static @Nullable String digits(PaymentMethod method) {
        return Stream.of(
                        Optional.ofNullable(method.getUsBankAccount()).map(PaymentMethod.UsBankAccount::getLast4),
                        Optional.ofNullable(method.getSepaDebit()).map(PaymentMethod.SepaDebit::getLast4),
                        Optional.ofNullable(method.getBacsDebit()).map(PaymentMethod.BacsDebit::getLast4),
                        Optional.ofNullable(method.getAuBecsDebit()).map(PaymentMethod.AuBecsDebit::getLast4),
                        Optional.ofNullable(method.getAcssDebit()).map(PaymentMethod.AcssDebit::getLast4))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    /** A debit needs a mandate. The method does not name it; the SetupIntent that set the method up does. */
    private @Nullable String mandate(String method, RequestOptions options) throws StripeException {
        SetupIntentListParams params = SetupIntentListParams.builder()
                .setPaymentMethod(method)
                .setLimit(PAGE)
                .build();
        return client.v1().setupIntents().list(params, options).getData().stream()
                .filter(setup -> "succeeded".equals(setup.getStatus()))
                .map(SetupIntent::getMandate)
                .filter(mandate -> Codes.id(mandate) != null)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String lastFour(@Nullable String said) {
        return said != null && said.matches("[0-9A-Z]{4}") ? said : null;
    }

    /** What has no id was not read. */
    private static String read(@Nullable String id) {
        String named = Codes.id(id);
        if (named == null) {
            throw new IllegalStateException("unreadable");
        }
        return named;
    }
}
