package feewright.api.openapi;

import feewright.api.problem.Problem;
import feewright.platform.Actor;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description of the API, made from the endpoints themselves, so that it cannot say anything else than they do. */
@Configuration(proxyBeanMethods = false)
@SuppressWarnings("rawtypes") // The library's own model holds raw schemas.
class OpenApiConfiguration {

    private static final String BEARER = "bearer";

    static {
        // The actor comes from the token: no caller sends one.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info().title("Feewright").version("v1").description(Prose.OVERVIEW))
                .servers(List.of(new Server().url("/")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER))
                .components(new Components()
                        .addSecuritySchemes(
                                BEARER,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")
                                        .description(Prose.TOKEN)));
    }

    @Bean
    OperationCustomizer operations() {
        return new DescribedOperations();
    }

    /** What no endpoint returns by its type is described as well: problems, and what replayable endpoints answer. */
    @Bean
    OpenApiCustomizer schemas(ObjectProvider<RequestMappingHandlerMapping> endpoints) {
        return api -> {
            register(api, Problem.class);
            endpoints.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                    .map(endpoint -> endpoint.getMethodAnnotation(ResponseDescriptions.class))
                    .filter(Objects::nonNull)
                    .forEach(answers -> register(api, answers.body()));
            SnakeCase.apply(api);
            api.getPaths()
                    .forEach((path, item) -> item.readOperations().forEach(operation -> {
                        operation.setTags(List.of(noun(path)));
                        parameters(operation).forEach(OpenApiConfiguration::writeCodes);
                    }));
            describe(api, "MoneyJson", Prose.MONEY);
            describe(api, "Problem", Prose.CODES);
        };
    }

    private static List<Parameter> parameters(Operation operation) {
        return Objects.requireNonNullElse(operation.getParameters(), List.of());
    }

    /** Constants are written as the server reads them: in lower case. */
    @SuppressWarnings("unchecked")
    private static void writeCodes(Parameter parameter) {
        Schema schema = parameter.getSchema();
        if (schema != null && schema.getEnum() != null) {
            schema.setEnum(((List<Object>) schema.getEnum())
                    .stream()
                            .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    /** Operations are grouped by the noun that their path starts with: {@code clients} of {@code /v1/clients/…}. */
    private static String noun(String path) {
        String below = path.substring("/v1/".length());
        int slash = below.indexOf('/');
        return slash < 0 ? below : below.substring(0, slash);
    }

    private static void describe(OpenAPI api, String name, String description) {
        Objects.requireNonNull(api.getComponents().getSchemas().get(name)).setDescription(description);
    }

    private static void register(OpenAPI api, Class<?> type) {
        Map<String, Schema> schemas = ModelConverters.getInstance(true)
                .resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(true))
                .referencedSchemas;
        schemas.forEach((name, schema) -> {
            Map<String, Schema> known = api.getComponents().getSchemas();
            if (known == null || !known.containsKey(name)) {
                api.getComponents().addSchemas(name, schema);
            }
        });
    }
}
