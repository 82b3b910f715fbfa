package feewright.api.processor;

import feewright.platform.FirmId;
import feewright.processor.ProcessorEvent;
import feewright.processor.ReceiveProcessorEvent;
import feewright.stripe.EventCheck;
import feewright.stripe.StripeEvents;
import feewright.stripe.StripeProcessor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Stripe sends by itself: verified, kept once for the firm of its account, and interpreted later. Real time counts here, also
 * for a test firm.
 */
public record StripeWebhook(Verification trust, ReceiveProcessorEvent receiveProcessorEvent, Clock clock) {

    /** Whose signature is believed (null: nobody's, webhooks are not set up), in which mode, and which account is which firm's. */
    public record Verification(@Nullable StripeEvents events, boolean live, Map<String, FirmId> firms) {

        public Verification {
            firms = Map.copyOf(firms);
        }
    }

    /** The code of what is wrong with it; empty where it is kept, now or before. */
    public Optional<String> take(byte[] body, @Nullable String signature) {
        StripeEvents events = trust.events();
        if (events == null) {
            return Optional.of("webhooks-off");
        }
        return switch (events.check(body, signature)) {
            case EventCheck.Refused(String code) -> Optional.of(code);
            case EventCheck.Verified verified -> keep(verified, new String(body, StandardCharsets.UTF_8));
        };
    }

    private Optional<String> keep(EventCheck.Verified event, String body) {
        if (event.live() != trust.live()) {
            return Optional.of("livemode-differs");
        }
        FirmId firm = event.account() == null ? null : trust.firms().get(event.account());
        if (firm == null) {
            return Optional.of("account-unknown");
        }
        if (body.indexOf('\0') >= 0) {
            return Optional.of("body_unreadable");
        }
        ProcessorEvent.Named named = new ProcessorEvent.Named(
                StripeProcessor.CODE, event.event(), event.type(), event.about().id(), event.created());
        receiveProcessorEvent.take(firm, named, body, clock.instant());
        return Optional.empty();
    }
}
