package feewright.api.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * What Tomcat answers where not even the error page is reached, such as a request line that is no request: a problem in place of
 * its HTML page. Public and without arguments because Tomcat makes it by name.
 */
public final class ContainerErrors extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            ContainerAnswer.refuse(response, ContainerProblems.of(status));
        } catch (IOException | IllegalStateException gone) {
            // The caller has hung up, or the answer has begun: there is nobody left to tell.
            return;
        }
    }
}
