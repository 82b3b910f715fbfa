package feewright.api.openapi;

import feewright.api.idempotency.IdempotentWrites;
import feewright.api.problem.Problem;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what all operations have in common: problems, the key of writing requests, the headers of their answers. */
final class DescribedOperations implements OperationCustomizer {

    private static final String REFERENCE = "#/components/schemas/";

    @Override
    public Operation customize(Operation operation, HandlerMethod endpoint) {
        String group = endpoint.getBeanType().getSimpleName().replaceFirst("(Endpoints?|Api)$", "");
        operation.setOperationId(group + "_" + endpoint.getMethod().getName());
        ResponseDescriptions answers = endpoint.getMethodAnnotation(ResponseDescriptions.class);
        boolean isPost = endpoint.hasMethodAnnotation(PostMapping.class);
        ApiResponses responses = answers == null ? successOf(operation) : success(answers, isPost);
        if (answers != null) {
            for (int status : answers.problems()) {
                responses.addApiResponse(String.valueOf(status), problem(Prose.of(status)));
            }
        }
        responses.addApiResponse("default", problem(Prose.PROBLEM));
        operation.setResponses(responses);
        if (answers != null && isPost) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotentWrites.HEADER)
                    .required(true)
                    .description(Prose.KEY)
                    .schema(new StringSchema().minLength(1).maxLength(100)));
        }
        return operation;
    }

    /** What the library found by itself, but for the problems that it would repeat at every operation. */
    private static ApiResponses successOf(Operation operation) {
        ApiResponses responses = new ApiResponses();
        @Nullable ApiResponse found = operation.getResponses().get("200");
        responses.addApiResponse("200", found == null ? new ApiResponse() : found);
        return responses;
    }

    private static ApiResponses success(ResponseDescriptions answers, boolean isPost) {
        ApiResponse response = new ApiResponse()
                .description(HttpStatus.valueOf(answers.status()).getReasonPhrase())
                .content(json("application/json", answers.body()));
        response.addHeaderObject("ETag", header("The version, where the answer has one: send it back in If-Match."));
        if (isPost) {
            response.addHeaderObject("Idempotency-Replayed", header("\"true\" where the key was used before."));
        }
        if (answers.status() != 200) {
            response.addHeaderObject("Location", header("The address of what is new."));
        }
        return new ApiResponses().addApiResponse(String.valueOf(answers.status()), response);
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse().description(description).content(json(Problem.MEDIA_TYPE, Problem.class));
    }

    private static Content json(String mediaType, Class<?> type) {
        Schema<?> schema = new Schema<>();
        schema.set$ref(REFERENCE + type.getSimpleName());
        return new Content().addMediaType(mediaType, new MediaType().schema(schema));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
