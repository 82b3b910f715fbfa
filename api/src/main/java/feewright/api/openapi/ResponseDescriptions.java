package feewright.api.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an endpoint answers when its result does not say it: writing endpoints answer bytes, so that a replay is the same. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ResponseDescriptions {

    /** The status of success. */
    int status() default 200;

    /** What the answer holds. */
    Class<?> body();

    /** Further statuses that this endpoint answers with a problem, beside those that all do. */
    int[] problems() default {};
}
