package feewright.api.time;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.json.Texts;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.timefile.DateOrder;
import feewright.api.timefile.TimeFile;
import feewright.api.timefile.TimeFileReader;
import feewright.api.web.LargeBody;
import feewright.engagement.EngagementId;
import feewright.platform.Actor;
import feewright.time.ImportTime;
import feewright.time.ImportTime.RowReport;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Time from a file that another tool exported, with a report for each row. The same file again adds nothing. */
@RestController
record ImportEndpoint(ImportTime importTime, IdempotentWrites once, FirmClock clock) {

    /** The rows by what came of them, and each by its number after the header. */
    record Report(int imported, int importedBefore, int faulty, List<Row> rows) {}

    /** {@code outcome}: imported, imported-before or faulty. */
    record Row(
            int row,
            String outcome,
            @Nullable UUID id,
            @Nullable List<String> codes) {}

    @ResponseDescriptions(body = Report.class)
    @LargeBody(megabytes = 5)
    @PostMapping(path = "/v1/time-entries/imports", consumes = "text/csv", produces = "application/json")
    ResponseEntity<byte[]> imported(
            Actor actor,
            HttpServletRequest request,
            @RequestParam(name = "engagement_id", required = false) @Nullable UUID engagement,
            @RequestParam(name = "date_order", defaultValue = "iso") String dateOrder,
            @RequestBody byte[] body) {
        DateOrder order = DateOrder.named(dateOrder)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("date_order")));
        TimeFile file = read(body, order);
        EngagementId into = engagement == null ? null : new EngagementId(engagement);
        return once.run(actor, request, () -> {
            List<RowReport> reports = new ArrayList<>(importTime.rows(actor, into, file.rows(), clock.now(actor)));
            reports.addAll(file.unreadable());
            return WriteResponse.ok(report(reports));
        });
    }

    private static TimeFile read(byte[] body, DateOrder order) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            if (!Texts.isStorable(text)) {
                throw new ProblemException(ProblemCode.TEXT_NOT_UNICODE);
            }
            return TimeFileReader.read(text, order);
        } catch (CharacterCodingException notUtf8) {
            throw new ProblemException(ProblemCode.TEXT_NOT_UNICODE);
        } catch (TimeFile.Unreadable unreadable) {
            throw new ProblemException(Problem.of(ProblemCode.FILE_UNREADABLE)
                    .withErrors(List.of(new Problem.Fault(unreadable.code(), null, null))));
        }
    }

    private static Report report(List<RowReport> reports) {
        List<Row> rows = reports.stream()
                .sorted(Comparator.comparingInt(RowReport::row))
                .map(ImportEndpoint::row)
                .toList();
        return new Report(count(rows, "imported"), count(rows, "imported_before"), count(rows, "faulty"), rows);
    }

    private static int count(List<Row> rows, String outcome) {
        return Math.toIntExact(
                rows.stream().filter(row -> row.outcome().equals(outcome)).count());
    }

    private static Row row(RowReport report) {
        return switch (report) {
            case RowReport.Imported imported ->
                new Row(report.row(), "imported", imported.entry().entry().value(), null);
            case RowReport.ImportedBefore _ -> new Row(report.row(), "imported_before", null, null);
            case RowReport.Faulty faulty -> new Row(report.row(), "faulty", null, faulty.codes());
        };
    }
}
