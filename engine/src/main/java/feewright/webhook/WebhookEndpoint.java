package feewright.webhook;

import feewright.platform.Coded;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An address of a firm that is told of what happens: of these types, or (none named) of all. The address itself is content, because
 * it may hold a password. {@code secrets} are when its signing secrets came into force, the first with the registration.
 */
public record WebhookEndpoint(
        WebhookEndpointId id,
        FirmId firm,
        Set<EventType> types,
        Created registered,
        List<Instant> secrets,
        @Nullable End end) {

    /** How long a secret still signs beside the one that replaced it. */
    public static final Duration OVERLAP = Duration.ofDays(1);

    public WebhookEndpoint {
        types = Set.copyOf(types);
        secrets = List.copyOf(secrets);
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("a subscription has a secret");
        }
    }

    /** Who registered it, and when. */
    public record Created(PersonId by, Instant at) {}

    /** That it is told nothing any more. */
    public record End(EndReason why, Instant at) {}

    /** Why a subscription ended. */
    public enum EndReason implements Coded {
        /** The firm removed it. */
        REMOVED,
        /** The receiver answered 410. */
        GONE;
    }

    public boolean isActive() {
        return end == null;
    }

    boolean wants(EventType type) {
        return types.isEmpty() || types.contains(type);
    }

    /** Under which key its address is kept. */
    public CustomerTextKey urlKey() {
        return CustomerTextKey.of(id, "url");
    }

    /** The number of the newest secret; the first is 1. */
    public int secretNumber() {
        return secrets.size();
    }

    /** The numbers of the secrets that sign at an instant, the newest first. */
    public List<Integer> signingAt(Instant now) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = secrets.size(); number > 0; number--) {
            boolean isNewest = number == secrets.size();
            if (isNewest || now.isBefore(secrets.get(number).plus(OVERLAP))) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
