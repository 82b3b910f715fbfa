package feewright.api.webhook;

import feewright.platform.FirmId;
import feewright.webhook.Dispatch;
import feewright.webhook.WebhookEndpointId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be under way: in all, half of them for one firm, and a quarter for one subscription, so that a receiver that
 * is slow or dead holds up itself.
 */
final class SendLimits {

    private final int most;
    private final Map<FirmId, Integer> firms = new HashMap<>();
    private final Map<WebhookEndpointId, Integer> subscriptions = new HashMap<>();
    private int all;

    SendLimits(int most) {
        this.most = most;
    }

    /** Divides what is free among the subscriptions of a firm, one by one in an order by chance. */
    synchronized Map<WebhookEndpointId, Integer> divide(FirmId firm, Collection<WebhookEndpointId> among) {
        List<WebhookEndpointId> order = new ArrayList<>(among);
        Collections.shuffle(order);
        int free = Math.min(most - all, share(2) - firms.getOrDefault(firm, 0));
        Map<WebhookEndpointId, Integer> divided = new HashMap<>();
        for (int round = 1; round <= share(4); round++) {
            for (WebhookEndpointId subscription : order) {
                if (free > 0 && subscriptions.getOrDefault(subscription, 0) + round <= share(4)) {
                    divided.put(subscription, round);
                    free--;
                }
            }
        }
        return divided;
    }

    /** Waits until a request that is under way has ended, but not for long. */
    synchronized void await(Duration longest) throws InterruptedException {
        if (all > 0) {
            TimeUnit.MILLISECONDS.timedWait(this, longest.toMillis());
        }
    }

    synchronized void enter(Dispatch dispatch) {
        all++;
        firms.merge(dispatch.firm(), 1, Integer::sum);
        subscriptions.merge(dispatch.to().id(), 1, Integer::sum);
    }

    synchronized void leave(Dispatch dispatch) {
        notifyAll();
        all--;
        firms.computeIfPresent(dispatch.firm(), (_, count) -> count == 1 ? null : count - 1);
        subscriptions.computeIfPresent(dispatch.to().id(), (_, count) -> count == 1 ? null : count - 1);
    }

    private int share(int parts) {
        return Math.max(1, most / parts);
    }
}
