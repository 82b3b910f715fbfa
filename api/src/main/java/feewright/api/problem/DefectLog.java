package feewright.api.problem;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs a defect by the classes and places of its causes, without their messages, which may quote content (requirement T3). */
@Component
public final class DefectLog {

    private static final Logger LOG = LoggerFactory.getLogger(DefectLog.class);
    private static final int MOST_CAUSES = 5;
    private static final int MOST_PLACES = 40;

    /** Logs it and gives the id under which it was logged. */
    public String log(Throwable thrown) {
        String id = UUID.randomUUID().toString();
        LOG.error("request {} failed:{}", id, places(thrown));
        return id;
    }

    static String places(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            text.append("\n").append(cause.getClass().getName());
            StackTraceElement[] trace = cause.getStackTrace();
            for (int i = 0; i < Math.min(trace.length, MOST_PLACES); i++) {
                text.append("\n\tat ").append(trace[i]);
            }
            cause = cause.getCause();
        }
        return text.toString();
    }
}
