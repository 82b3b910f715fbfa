package feewright.api.archive;

import feewright.api.clock.FirmClock;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.firm.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of the firm as one archive, written as it is read. One at a time in an instance: each holds a connection and a snapshot of the
 * database until it was taken. What breaks off has no manifest, and no import takes it.
 */
@RestController
class ExportEndpoint {

    private final ExportFirm exportFirm;
    private final FirmClock clock;
    private final Semaphore one = new Semaphore(1);

    ExportEndpoint(ExportFirm exportFirm, FirmClock clock) {
        this.exportFirm = exportFirm;
        this.clock = clock;
    }

    @GetMapping(path = "/v1/export", produces = "application/zip")
    void take(Actor actor, HttpServletResponse response) throws IOException {
        if (!one.tryAcquire()) {
            throw new Refused(ProblemCode.EXPORT_UNDER_WAY);
        }
        try {
            response.setContentType("application/zip");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("firm-" + actor.firm() + ".zip")
                            .build()
                            .toString());
            exportFirm.export(actor, response.getOutputStream(), clock.now(actor));
        } finally {
            one.release();
        }
    }
}
