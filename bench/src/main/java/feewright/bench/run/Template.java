package feewright.bench.run;

import feewright.bench.TypicalTerms;
import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.firm.Actor;
import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.ClientId;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Firm;
import feewright.firm.FirmId;
import feewright.firm.Id;
import feewright.firm.Person;
import feewright.firm.PersonId;
import feewright.firm.Role;
import feewright.jdbc.JdbcAdapters;
import feewright.rule.Judge;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.ReviewTime;
import feewright.time.SubmitTime;
import feewright.time.TimeNote;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A firm with one engagement that is due: last month's fee, and five approved entries of two people. */
final class Template {

    private static final int ENTRIES = 5;

    private final JdbcAdapters ports;
    private final Judge judge;
    private final Instant now = Instant.now();
    private final Actor admin;
    private final ClientId client;

    private Template(JdbcAdapters ports, Judge judge) {
        this.ports = ports;
        this.judge = judge;
        this.admin = new Actor(
                new FirmId(ports.ids().next()), new PersonId(ports.ids().next()), Set.of(Role.FIRM_ADMIN), null);
        this.client = new ClientId(ports.ids().next());
    }

    /** Makes it; its package begins so many months before last month. */
    static FirmId in(JdbcAdapters ports, Judge judge, int monthsBefore) {
        Template template = new Template(ports, judge);
        return ports.transactions().in(template.admin, () -> {
            template.make(monthsBefore);
            return template.admin.firm();
        });
    }

    private void make(int monthsBefore) {
        ports.firms().add(new Firm(admin.firm(), "Bench", ZoneId.of(TypicalTerms.ZONE)));
        ports.clients().add(new Client(admin.firm(), client, now));
        name(client, "Alder & Finch Books");
        List<PersonId> workers = List.of(person("Imani Cole"), person("Lee Park"));
        LocalDate month = LocalDate.ofInstant(now, ZoneId.of(TypicalTerms.ZONE))
                .withDayOfMonth(1)
                .minusMonths(1);
        EngagementId engagement = signed(month.minusMonths(monthsBefore));
        List<EntryVersion> submitted = new ArrayList<>();
        for (int entry = 0; entry < ENTRIES; entry++) {
            submitted.add(submitted(new TimeNote(
                    engagement,
                    workers.get(entry % workers.size()),
                    null,
                    month.plusDays(entry),
                    20 + entry,
                    true,
                    new Content("Process review"))));
        }
        ReviewTime.Records records = new ReviewTime.Records(ports.engagements(), ports.contents(), ports.auditTrail());
        new ReviewTime(ports.transactions(), ports.timeEntries(), records, judge)
                .approve(admin, Approval.Side.FIRM, submitted, now);
    }

    private EngagementId signed(LocalDate start) {
        DraftTerms draftTerms = new DraftTerms(ports.transactions(), ports.engagements(), ports.clients(), ports.ids());
        if (!(draftTerms.draft(admin, client, TypicalTerms.automatic(start))
                instanceof DraftTerms.Outcome.Drafted made)) {
            throw new IllegalStateException("not drafted");
        }
        SignEngagement.Request request = new SignEngagement.Request(
                made.draft().id(), Signature.Method.E_SIGNATURE, "5c".repeat(32), now, new Content("Robin Alder"));
        new SignEngagement(
                        ports.transactions(),
                        ports.engagements(),
                        ports.contents(),
                        judge,
                        ports.auditTrail(),
                        ports.ids())
                .sign(admin, request, now);
        return made.draft().id();
    }

    private EntryVersion submitted(TimeNote note) {
        LogTime.Registers registers =
                new LogTime.Registers(ports.engagements(), ports.clients(), ports.people(), ports.contents());
        LogTime logTime = new LogTime(ports.transactions(), ports.timeEntries(), registers, ports.ids());
        if (!(logTime.log(admin, note, now) instanceof LogTime.Outcome.Logged logged)) {
            throw new IllegalStateException("not logged");
        }
        EntryVersion entry = logged.draft().version();
        new SubmitTime(ports.transactions(), ports.timeEntries(), ports.engagements()).submit(admin, entry, now);
        return entry;
    }

    private PersonId person(String name) {
        PersonId person = new PersonId(ports.ids().next());
        ports.people().add(new Person(admin.firm(), person, new BillingRole("consultant"), now));
        name(person, name);
        return person;
    }

    private void name(Id of, String name) {
        ports.contents().write(admin.firm(), Map.of(ContentKey.of(of, "name"), new Content(name)));
    }
}
