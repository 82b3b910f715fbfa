package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.FirmId;
import feewright.time.ApprovedTime;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The words of an invoice: the client's name and a description for each line, read once and frozen at issue, and what was done in each
 * version of time, which is frozen with the version. All content.
 */
public record InvoiceTexts(Content client, Map<Integer, Content> lines, Map<EntryVersion, Content> entries) {

    public InvoiceTexts {
        lines = Map.copyOf(lines);
        entries = Map.copyOf(entries);
    }

    /** How much is read. */
    enum Detail {
        /** What an issued invoice freezes: names, and descriptions of lines. */
        FROZEN,
        /** And what was done in each version of time, for somebody who reads it now. */
        WITH_TIME
    }

    /** Reads the names and descriptions that the proposal needs, in one call, and describes its lines. */
    static InvoiceTexts of(ProposedInvoice proposed, FirmId firm, Contents contents) {
        return ofAll(List.of(proposed), firm, contents, Detail.WITH_TIME).getFirst();
    }

    /** The same for many proposals, at one reading. */
    static List<InvoiceTexts> ofAll(List<ProposedInvoice> all, FirmId firm, Contents contents, Detail detail) {
        Set<UUID> subjects = new HashSet<>();
        all.forEach(proposed -> addSubjects(proposed, detail, subjects));
        Map<ContentKey, Content> names = contents.of(firm, subjects);
        return all.stream().map(proposed -> described(proposed, names)).toList();
    }

    private static void addSubjects(ProposedInvoice proposed, Detail detail, Set<UUID> subjects) {
        subjects.add(proposed.client().value());
        for (ProposedLine line : proposed.lines()) {
            if (line instanceof ProposedLine.Hourly hourly) {
                subjects.add(hourly.worker().person().value());
                if (detail == Detail.WITH_TIME) {
                    versions(hourly)
                            .forEach(version -> subjects.add(version.entry().value()));
                }
            }
        }
    }

    private static InvoiceTexts described(ProposedInvoice proposed, Map<ContentKey, Content> names) {
        Map<Integer, Content> lines = new HashMap<>();
        proposed.lines().forEach(line -> lines.put(line.number(), describe(line, names)));
        return new InvoiceTexts(nameOf(proposed.client(), names), lines, done(proposed, names));
    }

    private static Stream<EntryVersion> versions(ProposedLine.Hourly line) {
        return line.time().stream().map(ApprovedTime::version);
    }

    /** What was done in each version on the proposal; purged descriptions are absent. */
    private static Map<EntryVersion, Content> done(ProposedInvoice proposed, Map<ContentKey, Content> texts) {
        Map<EntryVersion, Content> done = new HashMap<>();
        for (ProposedLine line : proposed.lines()) {
            if (line instanceof ProposedLine.Hourly hourly) {
                versions(hourly).forEach(version -> {
                    Content description = texts.get(LogTime.descriptionOf(version));
                    if (description != null) {
                        done.put(version, description);
                    }
                });
            }
        }
        return done;
    }

    /** The texts as they are kept under an issued invoice. */
    Map<ContentKey, Content> under(InvoiceId invoice) {
        Map<ContentKey, Content> texts = new HashMap<>();
        texts.put(ContentKey.of(invoice, "client-name"), client);
        lines.forEach((number, text) -> texts.put(ContentKey.of(invoice, "line-" + number), text));
        return texts;
    }

    private static Content describe(ProposedLine line, Map<ContentKey, Content> names) {
        return switch (line) {
            case ProposedLine.Packaged packaged -> new Content("Package fee, " + days(packaged.period()));
            case ProposedLine.Hourly hourly ->
                names.getOrDefault(ContentKey.of(hourly.worker().person(), "name"), new Content(""));
            case ProposedLine.Included included ->
                new Content("Included minutes, %s, of line %d"
                        .formatted(days(included.period()), included.line().number()));
            case ProposedLine.Minimum minimum -> new Content("Minimum fee, " + days(minimum.period()));
            case ProposedLine.Capped capped ->
                new Content(capped.period() == null ? "Cap" : "Cap, " + days(capped.period()));
            case ProposedLine.Manual manual -> manual.charge().description();
        };
    }

    /** Readers of an invoice expect the last day itself, not the day after it. */
    private static String days(BillingPeriod period) {
        return period.start() + " to " + period.end().minusDays(1);
    }

    private static Content nameOf(ClientId client, Map<ContentKey, Content> names) {
        return names.getOrDefault(ContentKey.of(client, "name"), new Content(""));
    }
}
