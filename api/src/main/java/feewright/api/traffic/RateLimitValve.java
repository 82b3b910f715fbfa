package feewright.api.traffic;

import feewright.api.problem.ContainerAnswer;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests in as far as the allowance of their caller goes, before anything else looks at them (requirement W6). Somebody whose
 * token was accepted before is counted by it, everybody else by address: so a stranger cannot use up what is others', and many at
 * one address do not disturb each other. A token counts as accepted once it led to a success.
 */
final class RateLimitValve extends ValveBase {

    private final Proxies proxies;
    private final Allowances tokens;
    private final Allowances addresses;
    private final Allowance proxy;

    RateLimitValve(TrafficSettings settings, TimeMeter time) {
        super(true);
        this.proxies = Proxies.of(settings);
        this.tokens = new Allowances(settings.token(), settings.callers(), time);
        this.addresses = new Allowances(settings.address(), settings.callers(), time);
        this.proxy = new Allowance(Rate.UNLIMITED, time);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (response.getStatus() >= 400) {
            // The container gave up reading: half a request, and a connection that is closed after its own error.
            getNext().invoke(request, response);
            return;
        }
        Sender sender = proxies.of(request);
        request.setRemoteAddr(sender.address());
        request.setSecure(sender.isTls());
        @Nullable String token = BearerToken.hashOf(request);
        @Nullable Allowance known = token == null ? null : tokens.known(token);
        Allowance allowance = known != null ? known : sender.isProxy() ? proxy : addresses.of(sender.key());
        long seconds = allowance.enter(!SignedEvents.isOne(request));
        if (seconds > 0) {
            response.setHeader("Retry-After", String.valueOf(seconds));
            ContainerAnswer.write(response, Problem.of(ProblemCode.TOO_MANY_REQUESTS));
            Leftovers.leave(request, response);
            return;
        }
        try {
            answer(request, response);
            if (known == null && token != null && response.getStatus() / 100 == 2) {
                tokens.of(token);
            }
            Leftovers.drain(request, response);
        } finally {
            allowance.leave();
        }
    }

    private void answer(Request request, Response response) throws IOException, ServletException {
        @Nullable ProblemCode fault = WellFormed.fault(request);
        if (fault == null) {
            getNext().invoke(request, response);
        } else {
            ContainerAnswer.refuse(response, Problem.of(fault));
        }
    }
}
