package feewright.api.security;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemWriter;
import feewright.firm.Firms;
import feewright.platform.Transactions;
import feewright.privacy.UseBreakGlass;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tokens at the door, the access table at every endpoint, and nothing open that is not named here. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** What needs no token: the state of the server, the description of the API, and webhooks, which are signed. */
    static final String[] OPEN = {
        "/health",
        "/health/liveness",
        "/health/readiness",
        "/v1/stripe/events",
        "/v1/openapi",
        "/v1/openapi/**",
        "/v1/openapi.yaml",
        "/docs",
        "/swagger-ui/**",
        "/webjars/**"
    };

    /** Asks for the decoder first: settings that cannot be used are told before everything that the others need is built. */
    @Bean
    SecurityFilterChain chain(JwtDecoder decoder, HttpSecurity http, ProblemWriter problems) {
        AuthenticationEntryPoint unknown = (request, response, failure) ->
                challenge(response, problems, request.getHeader(HttpHeaders.AUTHORIZATION) == null);
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/v1/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(unknown)
                        .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(new TokenClaims())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(unknown)
                        .accessDeniedHandler((request, response, denied) ->
                                problems.write(response, Problem.of(ProblemCode.FORBIDDEN))))
                .build();
    }

    @Bean
    RequestRejectedHandler rejected(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(response, Problem.of(ProblemCode.BAD_REQUEST));
    }

    @Bean
    WebMvcConfigurer access(Transactions transactions, Firms firms, UseBreakGlass use, Clock clock) {
        ActorResolver callers = new ActorResolver(transactions, firms);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new AccessInterceptor(new BreakGlassGate(use, clock)))
                        .addPathPatterns("/v1/**")
                        .excludePathPatterns(OPEN);
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }
        };
    }

    private static void challenge(HttpServletResponse response, ProblemWriter problems, boolean missing)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, missing ? "Bearer" : "Bearer error=\"invalid_token\"");
        problems.write(response, Problem.of(missing ? ProblemCode.TOKEN_MISSING : ProblemCode.TOKEN_INVALID));
    }
}
