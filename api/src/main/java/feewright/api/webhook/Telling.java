package feewright.api.webhook;

import feewright.firm.Content;
import feewright.firm.FirmId;
import feewright.firm.Firms;
import feewright.webhook.DeliveryTry.Result;
import feewright.webhook.Dispatch;
import feewright.webhook.RecordTry;
import feewright.webhook.RetrySchedule.Wish;
import feewright.webhook.TakeDeliveries;
import feewright.webhook.WebhookSubscription;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What tellers take from, send with, and write down in. By the real time always, also in a firm whose clock was moved: a receiver
 * holds the time of a signature against its own.
 */
public record Telling(Firms firms, TakeDeliveries take, RecordTry recordTry, Mail mail, Clock clock) {

    /** What makes a request of an event, and sends it. */
    public record Mail(WebhookSecrets secrets, Sending sending, JsonMapper json) {

        Sending.Sent send(Dispatch dispatch, Instant now) {
            Content url = dispatch.url();
            if (url == null) {
                return new Sending.Sent(new Result.Unanswered("url-purged"), null);
            }
            byte[] body = EventBody.of(dispatch.event()).bytes(json);
            return sending.send(url.text(), body, headers(dispatch, body, now));
        }

        private Map<String, String> headers(Dispatch dispatch, byte[] body, Instant now) {
            WebhookSubscription to = dispatch.to();
            String id = dispatch.event().id().toString();
            String signatures = to.signingAt(now).stream()
                    .map(number -> secrets.of(to.firm(), to.id(), number).sign(id, now.getEpochSecond(), body))
                    .collect(Collectors.joining(" "));
            return Map.of(
                    "webhook-id", id,
                    "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                    "webhook-signature", signatures);
        }
    }

    List<Dispatch> take(FirmId firm, TakeDeliveries.Room room) {
        return take.take(firm, room, clock.instant());
    }

    void send(Dispatch dispatch) {
        Sending.Sent sent = mail.send(dispatch, clock.instant());
        recordTry.record(dispatch, sent.result(), new Wish(clock.instant(), sent.retryAfter()));
    }
}
