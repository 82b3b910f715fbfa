package feewright.api.evidence;

import feewright.api.evidence.FileText.Rows;
import feewright.api.firm.Names;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.report.Cells;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceLine.Hourly;
import feewright.invoice.TimeItem;
import feewright.platform.Id;
import feewright.platform.PersonId;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeEntries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The time that an invoice bills, in the versions that it bills, and who approved these, whatever became of the entries since. */
@Component
record TimeFiles(TimeEntries entries, Names names) {

    static final int MOST_ENTRIES = 20_000;

    private static final String TIME = "time.csv";
    private static final String APPROVALS = "approvals.csv";
    private static final String NONE = "The invoice bills no time.";
    private static final List<String> TIME_HEADER = List.of(
            "line",
            "entry_id",
            "version",
            "date",
            "person_id",
            "person",
            "minutes_worked",
            "minutes_billed",
            "description");
    private static final List<String> APPROVAL_HEADER =
            List.of("line", "entry_id", "version", "date", "side", "approved_by", "approver", "approved_at");

    /** Time on a line. */
    private record OnLine(Hourly line, TimeItem item) {

        EntryVersion version() {
            return item.version();
        }

        PersonId worker() {
            return line.worker().person();
        }
    }

    List<Piece> of(Evidenced of) {
        List<OnLine> time = time(of.invoice());
        if (time.isEmpty()) {
            return List.of(new Piece.Absent(TIME, NONE), new Piece.Absent(APPROVALS, NONE));
        }
        if (time.size() > MOST_ENTRIES) {
            throw new ProblemException(ProblemCode.EVIDENCE_TOO_LARGE);
        }
        Map<EntryVersion, List<Approval>> approvals = entries.approvals(
                of.actor().firm(), time.stream().map(OnLine::version).toList());
        Names.Known known = names.of(of.actor(), subjects(time, approvals), id -> id);
        return List.of(
                new Piece.Kept(
                        TIME,
                        "The time entries that the invoice bills, as worked and as billed.",
                        FileText.csv(new Rows(
                                TIME_HEADER,
                                time.stream().map(entry -> worked(entry, known)).toList()))),
                new Piece.Kept(
                        APPROVALS,
                        "Who approved the time entries in the versions that the invoice bills, and when.",
                        FileText.csv(new Rows(
                                APPROVAL_HEADER,
                                time.stream()
                                        .flatMap(entry -> approvals.getOrDefault(entry.version(), List.of()).stream()
                                                .map(approval -> approved(entry, approval, known)))
                                        .toList()))));
    }

    /** In the order of the lines and of the work on each. */
    private static List<OnLine> time(Invoice invoice) {
        return invoice.lines().stream()
                .flatMap(line -> line instanceof Hourly hourly
                        ? hourly.items().stream().map(item -> new OnLine(hourly, item))
                        : Stream.of())
                .toList();
    }

    private static List<Id> subjects(List<OnLine> time, Map<EntryVersion, List<Approval>> approvals) {
        List<Id> subjects = new ArrayList<>();
        for (OnLine entry : time) {
            subjects.add(entry.version().entry());
            subjects.add(entry.worker());
        }
        approvals.values().forEach(given -> given.forEach(approval -> subjects.add(approval.by())));
        return subjects;
    }

    private static List<@Nullable Object> worked(OnLine entry, Names.Known known) {
        TimeItem item = entry.item();
        return Cells.row(
                entry.line().number(),
                item.version().entry(),
                item.version().number(),
                item.workedOn(),
                entry.worker(),
                Cells.words(known.name(entry.worker())),
                item.workedMinutes(),
                item.billedMinutes(),
                known.texts().get(LogTime.descriptionOf(item.version())));
    }

    private static List<@Nullable Object> approved(OnLine entry, Approval approval, Names.Known known) {
        return Cells.row(
                entry.line().number(),
                entry.version().entry(),
                entry.version().number(),
                entry.item().workedOn(),
                approval.side().code(),
                approval.by(),
                Cells.words(known.name(approval.by())),
                approval.at());
    }
}
