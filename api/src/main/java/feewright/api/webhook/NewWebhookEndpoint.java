package feewright.api.webhook;

import feewright.api.web.Fields;
import feewright.platform.CustomerText;
import feewright.webhook.EventType;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wants to be told, and of what: of these types, or (left out) of all, also of those that are to come. */
record NewWebhookEndpoint(@Nullable String url, @Nullable List<String> events) {

    CustomerText url(Fields fields, boolean allowInsecure) {
        String text = fields.text(url, "/url");
        if (url != null) {
            WebhookUrl.fault(url, allowInsecure).ifPresent(code -> fields.fault(code, "/url"));
        }
        return new CustomerText(text.length() > CustomerText.LONGEST ? "" : text);
    }

    Set<EventType> types(Fields fields) {
        Set<EventType> types = EnumSet.noneOf(EventType.class);
        if (events == null) {
            return types;
        }
        if (events.isEmpty()) {
            fields.fault("events-empty", "/events");
        }
        for (int place = 0; place < events.size(); place++) {
            Optional<EventType> type = EventType.ofCode(events.get(place)).filter(EventType::isSubscribable);
            if (type.isEmpty()) {
                fields.fault("event-unknown", "/events/" + place);
            } else if (!types.add(type.get())) {
                fields.fault("event-repeated", "/events/" + place);
            }
        }
        return types;
    }
}
