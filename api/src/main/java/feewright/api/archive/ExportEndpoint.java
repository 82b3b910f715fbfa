package feewright.api.archive;

import feewright.api.clock.FirmClock;
import feewright.platform.Actor;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * All of the firm as one archive: written whole first, from one snapshot, and sent afterwards, so that its reader may be as slow as it
 * likes. What breaks off has no manifest, and no import takes it.
 */
@RestController
class ExportEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ExportEndpoint.class);

    private final ExportFirm exportFirm;
    private final FirmClock clock;
    private final ExportSettings settings;
    private final ExportRoom room;

    ExportEndpoint(ExportFirm exportFirm, FirmClock clock, ExportSettings settings) {
        this.exportFirm = exportFirm;
        this.clock = clock;
        this.settings = settings;
        this.room = new ExportRoom(settings.mostAtOnce());
    }

    @GetMapping(path = "/v1/export", produces = "application/zip")
    void take(Actor actor, HttpServletResponse response) {
        try (ExportRoom.Place _ = room.enter(actor.firm());
                Spool spool =
                        Spool.open(settings.directory(), settings.largest().toBytes())) {
            room.write(() -> exportFirm.export(actor, spool.in(), clock.now(actor)));
            response.setContentType("application/zip");
            response.setContentLengthLong(spool.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename("firm-" + actor.firm() + ".zip")
                            .build()
                            .toString());
            send(actor, spool, response);
        }
    }

    /** A reader that is gone, or takes too long, has an archive that broke off, and knows it. */
    private void send(Actor actor, Spool spool, HttpServletResponse response) {
        try {
            spool.sendTo(response.getOutputStream(), settings.longest());
        } catch (IOException gone) {
            LOG.info("an archive of firm {} was not taken to its end", actor.firm());
        }
    }
}
