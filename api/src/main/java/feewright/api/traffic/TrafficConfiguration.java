package feewright.api.traffic;

import feewright.api.start.UnusableSettings;
import io.github.bucket4j.TimeMeter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TrafficSettings.class)
class TrafficConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> frontDoor(TrafficSettings settings) {
        return frontDoor(settings, TimeMeter.SYSTEM_NANOTIME);
    }

    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> frontDoor(
            TrafficSettings settings, TimeMeter time) {
        settings.require();
        Proxies proxies = proxies(settings);
        GuardedEndpoint.Limits limits =
                new GuardedEndpoint.Limits(settings.connections(), settings.headTime(), proxies);
        return factory -> {
            factory.setProtocol(GuardedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> {
                // No endpoint reads forms: nothing of a body is to be read as parameters.
                connector.setParseBodyMethods("");
                if (connector.getProtocolHandler() instanceof GuardedProtocol guarded) {
                    guarded.limit(limits);
                }
            });
            factory.addEngineValves(new RateLimitValve(settings, time));
        };
    }

    private static Proxies proxies(TrafficSettings settings) {
        try {
            return Proxies.of(settings);
        } catch (IllegalArgumentException unreadable) {
            throw new UnusableSettings(
                    "feewright.traffic.proxies has to be a list of addresses or networks, such as 10.0.0.0/8",
                    unreadable);
        }
    }
}
