package feewright.api.web;

import feewright.api.json.Texts;
import feewright.api.traffic.TrafficSettings;
import feewright.platform.Coded;
import feewright.rule.Decision;
import feewright.run.RunItem;
import feewright.time.TimeState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** How addresses are read: as strictly as bodies. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    private final TrafficSettings traffic;

    WebConfiguration(TrafficSettings traffic) {
        this.traffic = traffic;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addConverter(String.class, UUID.class, strict(Texts::uuid));
        registry.addConverter(String.class, LocalDate.class, strict(Texts::date));
        registry.addConverter(String.class, Instant.class, strict(Texts::instant));
        registry.addConverter(String.class, TimeState.class, strict(text -> named(TimeState.class, text)));
        registry.addConverter(
                String.class, Decision.Outcome.class, strict(text -> named(Decision.Outcome.class, text)));
        registry.addConverter(String.class, RunItem.Outcome.class, strict(text -> named(RunItem.Outcome.class, text)));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new ParameterCheck()).addPathPatterns("/v1/**").excludePathPatterns("/v1/openapi/**");
        registry.addInterceptor(new BodyCheck(traffic)).addPathPatterns("/v1/**");
    }

    /** The constant whose code this is, written as answers write it: in lower case. */
    private static <E extends Enum<E> & Coded> @Nullable E named(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().equals(text)) {
                return constant;
            }
        }
        return null;
    }

    private static <T> Converter<String, T> strict(Function<String, @Nullable T> read) {
        return text -> {
            T value = Texts.isStorable(text) ? read.apply(text) : null;
            if (value == null) {
                throw new IllegalArgumentException("unreadable");
            }
            return value;
        };
    }
}
