package feewright.api.security;

import feewright.api.problem.ContainerAnswer;
import feewright.api.traffic.TrafficSettings;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter;
import org.springframework.security.web.header.writers.frameoptions.XFrameOptionsHeaderWriter.XFrameOptionsMode;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What browsers may do with answers. A filter of its own before all others, so that what the firewall refuses has the headers as
 * well.
 */
@Configuration(proxyBeanMethods = false)
class HeaderConfiguration {

    private static final String POLICY = "Content-Security-Policy";

    /** The pages of the documentation load what this server has, and style elements by attributes. */
    private static final String PAGE = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    private static final RequestMatcher PAGES = new OrRequestMatcher(
            PathPatternRequestMatcher.pathPattern("/docs"),
            PathPatternRequestMatcher.pathPattern("/swagger-ui/**"),
            PathPatternRequestMatcher.pathPattern("/webjars/**"));

    @Bean
    FilterRegistrationBean<HeaderWriterFilter> headers(TrafficSettings settings) {
        List<HeaderWriter> writers = List.of(
                new XContentTypeOptionsHeaderWriter(),
                new CacheControlHeadersWriter(),
                new XFrameOptionsHeaderWriter(XFrameOptionsMode.DENY),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.NO_REFERRER),
                new StaticHeadersWriter("Cross-Origin-Resource-Policy", "same-origin"),
                strictTransport(settings),
                new DelegatingRequestMatcherHeaderWriter(PAGES, new ContentSecurityPolicyHeaderWriter(PAGE)),
                (request, response) -> {
                    if (!response.containsHeader(POLICY)) {
                        response.setHeader(POLICY, ContainerAnswer.NO_PAGE);
                    }
                });
        FilterRegistrationBean<HeaderWriterFilter> filter =
                new FilterRegistrationBean<>(new HeaderWriterFilter(writers));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    /** Only where the caller came over TLS: elsewhere browsers have to ignore it. */
    private static HeaderWriter strictTransport(TrafficSettings settings) {
        HstsHeaderWriter writer = new HstsHeaderWriter();
        writer.setIncludeSubDomains(false);
        writer.setRequestMatcher(request -> settings.alwaysTls() || request.isSecure());
        return writer;
    }
}
