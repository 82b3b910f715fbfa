package feewright.api.webhook;

import feewright.firm.Firms;
import feewright.platform.CustomerText;
import feewright.platform.FirmId;
import feewright.webhook.DeliveryAttempt.Result;
import feewright.webhook.Dispatch;
import feewright.webhook.RecordDeliveryAttempt;
import feewright.webhook.RetrySchedule.Wish;
import feewright.webhook.TakeDueDeliveries;
import feewright.webhook.WebhookEndpoint;
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
public record DeliveryWork(
        Firms firms, TakeDueDeliveries take, RecordDeliveryAttempt recordDeliveryAttempt, Requests mail, Clock clock) {

    /** What makes a request of an event, and sends it. */
    public record Requests(WebhookSecrets secrets, WebhookHttpClient sending, JsonMapper json) {

        WebhookHttpClient.Response send(Dispatch dispatch, Instant now) {
            CustomerText url = dispatch.url();
            if (url == null) {
                return new WebhookHttpClient.Response(new Result.NoResponse("url_purged"), null);
            }
            byte[] body = EventBody.of(dispatch.event()).bytes(json);
            return sending.send(url.text(), body, headers(dispatch, body, now));
        }

        private Map<String, String> headers(Dispatch dispatch, byte[] body, Instant now) {
            WebhookEndpoint to = dispatch.to();
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

    List<Dispatch> take(FirmId firm, TakeDueDeliveries.Capacity room) {
        return take.take(firm, room, clock.instant());
    }

    void send(Dispatch dispatch) {
        WebhookHttpClient.Response sent = mail.send(dispatch, clock.instant());
        recordDeliveryAttempt.record(dispatch, sent.result(), new Wish(clock.instant(), sent.retryAfter()));
    }
}
