package feewright.api.traffic;

import feewright.api.start.CheckedSettings;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this instance takes from one caller. {@code token}: from somebody whose token was accepted; {@code address}: from an address,
 * of what comes without such a token; {@code connections}: of one address; {@code callers}: how many of either are remembered;
 * {@code headTime}, {@code bodyTime}: for the head and for the body of a request to arrive; {@code proxies}: addresses or networks of
 * proxies, which are believed where a request came from; {@code forwarded}: the header by which they tell it; {@code alwaysTls}:
 * whether nobody reaches this server but over TLS.
 */
@ConfigurationProperties("feewright.traffic")
public record TrafficSettings(
        @DefaultValue Rate token,
        @DefaultValue Rate address,
        @DefaultValue("200") int connections,
        @DefaultValue("20000") int callers,
        @DefaultValue("PT10S") Duration headTime,
        @DefaultValue("PT30S") Duration bodyTime,
        @DefaultValue List<String> proxies,
        @DefaultValue("x-forwarded-for") ForwardedBy forwarded,
        @DefaultValue("false") boolean alwaysTls)
        implements CheckedSettings {

    @Override
    public List<String> faults() {
        boolean usable = token.isUsable()
                && address.isUsable()
                && connections > 0
                && callers > 0
                && headTime.isPositive()
                && bodyTime.isPositive();
        return usable ? List.of() : List.of("feewright.traffic: every number and time has to be positive");
    }
}
