package feewright.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.model.StripeCollection;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import feewright.refund.RefundOrder;
import feewright.refund.RefundProcessor;
import feewright.refund.RefundUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Refunds of PaymentIntents, on the connected account of the firm that was paid. */
record StripeRefunds(StripeClient client, StripeAccounts accounts) implements RefundProcessor {

    private static final long PAGE = 100;

    /** A payment with more refunds than that is looked at by a person. */
    private static final int PAGES = 5;

    @Override
    public String code() {
        return StripeProcessor.CODE;
    }

    @Override
    public Response refund(RefundOrder order) {
        Optional<String> account = accounts.of(order.of().payment().firm());
        if (account.isEmpty()) {
            return new Response(new RefundUpdate.Unanswered("no_account"), Trouble.A_PERSON_IS_NEEDED);
        }
        return switch (StripeUnits.exactly(order.of().amount())) {
            case StripeUnits.Conversion.Refused(String code) -> Response.of(new RefundUpdate.Failed(null, code));
            case StripeUnits.Conversion.Units(long units) -> refund(order, units, account.get());
        };
    }

    /** An exception that is not the library's own comes from a body that it could not read. */
    private Response refund(RefundOrder order, long units, String account) {
        try {
            RequestOptions options = Connection.options(account, order.refund().toString());
            return Response.of(RefundStanding.of(client.v1().refunds().create(params(order, units), options))
                    .filter(standing -> order.refund().equals(standing.ours()))
                    .map(RefundStanding::report)
                    .orElseGet(() -> new RefundUpdate.Unanswered("unreadable")));
        } catch (StripeException refused) {
            return new Trouble(refused).refunded();
        } catch (RuntimeException _) {
            return Response.of(new RefundUpdate.Unanswered("unreadable"));
        }
    }

    @Override
    public LookUpResult find(RefundOrder order) {
        String account = accounts.of(order.of().payment().firm()).orElse(null);
        if (account == null) {
            return new LookUpResult.Unanswered("no_account");
        }
        try {
            return listed(order.of().payment(), Connection.options(account)).stream()
                    .filter(standing -> order.refund().equals(standing.ours())
                            || (order.known() != null
                                    && order.known().equals(standing.report().reference())))
                    .findFirst()
                    .<LookUpResult>map(standing -> new LookUpResult.Found(standing.report()))
                    .orElseGet(LookUpResult.NotFound::new);
        } catch (StripeException refused) {
            return new LookUpResult.Unanswered(new Trouble(refused).code());
        } catch (RuntimeException _) {
            return new LookUpResult.Unanswered("unreadable");
        }
    }

    @Override
    public Optional<List<ProcessorRefund>> all(RefundOrder.Payment payment) {
        String account = accounts.of(payment.firm()).orElse(null);
        if (account == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(found(payment, Connection.options(account)));
        } catch (StripeException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private List<RefundStanding> listed(RefundOrder.Payment payment, RequestOptions options) throws StripeException {
        return pages(payment, options).stream()
                .flatMap(refund -> RefundStanding.of(refund).stream())
                .toList();
    }

    private List<ProcessorRefund> found(RefundOrder.Payment payment, RequestOptions options) throws StripeException {
        List<ProcessorRefund> found = new ArrayList<>();
        for (Refund refund : pages(payment, options)) {
            Long created = refund.getCreated();
            RefundStanding.of(refund)
                    .filter(_ -> created != null)
                    .map(standing -> new ProcessorRefund(
                            standing.ours(), standing.amount(), standing.report(), Instant.ofEpochSecond(created)))
                    .ifPresent(found::add);
        }
        return found;
    }

    private List<Refund> pages(RefundOrder.Payment payment, RequestOptions options) throws StripeException {
        List<Refund> found = new ArrayList<>();
        String after = null;
        for (int page = 0; page < PAGES; page++) {
            StripeCollection<Refund> listed = client.v1().refunds().list(page(payment, after), options);
            found.addAll(listed.getData());
            if (!listed.getHasMore() || listed.getData().isEmpty()) {
                return found;
            }
            after = listed.getData().getLast().getId();
        }
        throw new IllegalStateException("too many refunds");
    }

    private static RefundCreateParams params(RefundOrder order, long units) {
        return RefundCreateParams.builder()
                .setPaymentIntent(order.of().payment().reference())
                .setAmount(units)
                .putMetadata(Metadata.FIRM, order.of().payment().firm().toString())
                .putMetadata(Metadata.ATTEMPT, order.of().attempt().toString())
                .putMetadata(Metadata.REFUND, order.refund().toString())
                .build();
    }

    private static RefundListParams page(RefundOrder.Payment payment, @Nullable String after) {
        RefundListParams.Builder params =
                RefundListParams.builder().setPaymentIntent(payment.reference()).setLimit(PAGE);
        return after == null ? params.build() : params.setStartingAfter(after).build();
    }
}
