package feewright.invoice;

import feewright.engagement.BillingPeriod;
import feewright.platform.ClientId;
import feewright.platform.Coded;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.FirmId;
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
public record InvoiceTexts(
        CustomerText client, Map<Integer, CustomerText> lines, Map<EntryVersion, CustomerText> entries) {

    public InvoiceTexts {
        lines = Map.copyOf(lines);
        entries = Map.copyOf(entries);
    }

    /** How much is read. */
    enum Detail implements Coded {
        /** What an issued invoice freezes: names, and descriptions of lines. */
        FROZEN,
        /** And what was done in each version of time, for somebody who reads it now. */
        WITH_TIME
    }

    /** Reads the names and descriptions that the proposal needs, in one call, and describes its lines. */
    static InvoiceTexts of(ProposedInvoice proposed, FirmId firm, CustomerTexts customerTexts) {
        return ofAll(List.of(proposed), firm, customerTexts, Detail.WITH_TIME).getFirst();
    }

    /** The same for many proposals, at one reading. */
    static List<InvoiceTexts> ofAll(
            List<ProposedInvoice> all, FirmId firm, CustomerTexts customerTexts, Detail detail) {
        Set<UUID> subjects = new HashSet<>();
        all.forEach(proposed -> addSubjects(proposed, detail, subjects));
        Map<CustomerTextKey, CustomerText> names = customerTexts.of(firm, subjects);
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

    private static InvoiceTexts described(ProposedInvoice proposed, Map<CustomerTextKey, CustomerText> names) {
        Map<Integer, CustomerText> lines = new HashMap<>();
        proposed.lines().forEach(line -> lines.put(line.number(), describe(line, names)));
        return new InvoiceTexts(nameOf(proposed.client(), names), lines, done(proposed, names));
    }

    private static Stream<EntryVersion> versions(ProposedLine.Hourly line) {
        return line.time().stream().map(ApprovedTime::version);
    }

    /** What was done in each version on the proposal; purged descriptions are absent. */
    private static Map<EntryVersion, CustomerText> done(
            ProposedInvoice proposed, Map<CustomerTextKey, CustomerText> texts) {
        Map<EntryVersion, CustomerText> done = new HashMap<>();
        for (ProposedLine line : proposed.lines()) {
            if (line instanceof ProposedLine.Hourly hourly) {
                versions(hourly).forEach(version -> {
                    CustomerText description = texts.get(LogTime.descriptionOf(version));
                    if (description != null) {
                        done.put(version, description);
                    }
                });
            }
        }
        return done;
    }

    /** The texts as they are kept under an issued invoice. */
    Map<CustomerTextKey, CustomerText> under(InvoiceId invoice) {
        Map<CustomerTextKey, CustomerText> texts = new HashMap<>();
        texts.put(CustomerTextKey.of(invoice, "client-name"), client);
        lines.forEach((number, text) -> texts.put(CustomerTextKey.of(invoice, "line-" + number), text));
        return texts;
    }

    private static CustomerText describe(ProposedLine line, Map<CustomerTextKey, CustomerText> names) {
        return switch (line) {
            case ProposedLine.Packaged packaged -> new CustomerText("Package fee, " + days(packaged.period()));
            case ProposedLine.Hourly hourly ->
                names.getOrDefault(CustomerTextKey.of(hourly.worker().person(), "name"), new CustomerText(""));
            case ProposedLine.Included included ->
                new CustomerText("Included minutes, %s, of line %d"
                        .formatted(days(included.period()), included.line().number()));
            case ProposedLine.Minimum minimum -> new CustomerText("Minimum fee, " + days(minimum.period()));
            case ProposedLine.Capped capped ->
                new CustomerText(capped.period() == null ? "Cap" : "Cap, " + days(capped.period()));
            case ProposedLine.Manual manual -> manual.charge().description();
        };
    }

    /** Readers of an invoice expect the last day itself, not the day after it. */
    private static String days(BillingPeriod period) {
        return period.start() + " to " + period.end().minusDays(1);
    }

    private static CustomerText nameOf(ClientId client, Map<CustomerTextKey, CustomerText> names) {
        return names.getOrDefault(CustomerTextKey.of(client, "name"), new CustomerText(""));
    }
}
