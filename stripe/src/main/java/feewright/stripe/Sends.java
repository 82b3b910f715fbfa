package feewright.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.ConnectException;

/**
 * The sends of one request. The library sends again after silence, a 409 or a 5xx, under the same key; what is answered last is all
 * that it tells. But "too many requests" after silence does not mean that nothing was taken: such an answer gets a mark.
 */
final class Sends extends HttpClient {

    /** The header that marks an answer before which another send may have been taken. */
    static final String IN_DOUBT = "Feewright-In-Doubt";

    private final Transport transport;
    private boolean inDoubt;

    Sends(Transport transport) {
        this.transport = transport;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws StripeException {
        boolean before = inDoubt;
        try {
            StripeResponse answer = transport.request(request);
            inDoubt = before || answer.code() == 409 || answer.code() >= 500;
            return before ? marked(answer) : answer;
        } catch (ApiConnectionException failed) {
            boolean refused = failed.getCause() instanceof ConnectException;
            inDoubt = before || !refused;
            throw before && refused ? Transport.unanswered("connection_lost") : failed;
        }
    }

    private static StripeResponse marked(StripeResponse answer) {
        return new StripeResponse(
                answer.code(), answer.headers().withAdditionalHeader(IN_DOUBT, "true"), answer.body());
    }
}
