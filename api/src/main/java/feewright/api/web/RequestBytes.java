package feewright.api.web;

import feewright.api.json.Texts;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.traffic.TrafficSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Reads bodies up to their limit, and keeps the bytes of a request for as long as it runs: an idempotency key is bound to them. */
@RestControllerAdvice
public final class RequestBytes extends RequestBodyAdviceAdapter {

    private static final String ATTRIBUTE = RequestBytes.class.getName();
    private static final int MEGABYTE = 1 << 20;
    private static final byte[] NONE = {};

    private final TrafficSettings traffic;

    RequestBytes(TrafficSettings traffic) {
        this.traffic = traffic;
    }

    /** The bytes of the current request's body. */
    public static byte[] current() {
        Object bytes = RequestContextHolder.currentRequestAttributes()
                .getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return bytes instanceof byte[] found ? found : NONE;
    }

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        LargeBody large = parameter.getMethodAnnotation(LargeBody.class);
        int limit = (large == null ? 1 : large.megabytes()) * MEGABYTE;
        byte[] bytes = new TimedBody(limit, traffic.bodyTime()).read(message);
        if (type != byte[].class && !Texts.isJsonText(bytes)) {
            throw new ProblemException(ProblemCode.TEXT_NOT_UNICODE);
        }
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, bytes, RequestAttributes.SCOPE_REQUEST);
        return new Buffered(message.getHeaders(), new ByteArrayInputStream(bytes));
    }

    /** The one place where a null is looked for: whatever is read of a JSON body comes through here. */
    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        if (type != byte[].class) {
            NoNulls.check(current());
        }
        return body;
    }

    private record Buffered(HttpHeaders getHeaders, InputStream getBody) implements HttpInputMessage {

        @Override
        public HttpHeaders getHeaders() {
            return getHeaders;
        }

        @Override
        public InputStream getBody() {
            return getBody;
        }
    }

    @Override
    public @Nullable Object handleEmptyBody(
            @Nullable Object body,
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        return body;
    }
}
