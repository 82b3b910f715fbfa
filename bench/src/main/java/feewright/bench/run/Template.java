package feewright.bench.run;

import feewright.bench.TypicalTerms;
import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.engine.Engine;
import feewright.engine.Ports;
import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.Firm;
import feewright.firm.Person;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.Id;
import feewright.platform.PersonId;
import feewright.platform.Role;
import feewright.time.Approval;
import feewright.time.EntryVersion;
import feewright.time.LogTime;
import feewright.time.TimeEntryInput;
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

    private final Ports ports;
    private final Engine engine;
    private final Instant now = Instant.now();
    private final Actor admin;
    private final ClientId client;

    private Template(Engine engine) {
        this.engine = engine;
        this.ports = engine.ports();
        this.admin = new Actor(
                new FirmId(ports.ids().next()), new PersonId(ports.ids().next()), Set.of(Role.FIRM_ADMIN), null);
        this.client = new ClientId(ports.ids().next());
    }

    /** Makes it; its package begins so many months before last month. */
    static FirmId in(Engine engine, int monthsBefore) {
        Template template = new Template(engine);
        return template.ports.transactions().in(template.admin, () -> {
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
            submitted.add(submitted(new TimeEntryInput(
                    engagement,
                    workers.get(entry % workers.size()),
                    null,
                    month.plusDays(entry),
                    20 + entry,
                    true,
                    new CustomerText("Process review"))));
        }
        engine.reviewTime().approve(admin, Approval.Side.FIRM, submitted, now);
    }

    private EngagementId signed(LocalDate start) {
        if (!(engine.draftTerms().draft(admin, client, TypicalTerms.automatic(start))
                instanceof DraftTerms.Outcome.Drafted made)) {
            throw new IllegalStateException("not drafted");
        }
        SignEngagement.Request request = new SignEngagement.Request(
                made.draft().id(), Signature.Method.E_SIGNATURE, "5c".repeat(32), now, new CustomerText("Robin Alder"));
        engine.signEngagement().sign(admin, request, now);
        return made.draft().id();
    }

    private EntryVersion submitted(TimeEntryInput note) {
        if (!(engine.logTime().log(admin, note, now) instanceof LogTime.Outcome.Logged logged)) {
            throw new IllegalStateException("not logged");
        }
        EntryVersion entry = logged.draft().version();
        engine.submitTime().submit(admin, entry, now);
        return entry;
    }

    private PersonId person(String name) {
        PersonId person = new PersonId(ports.ids().next());
        ports.people().add(new Person(admin.firm(), person, new BillingRole("consultant"), now));
        name(person, name);
        return person;
    }

    private void name(Id of, String name) {
        ports.customerTexts().write(admin.firm(), Map.of(CustomerTextKey.of(of, "name"), new CustomerText(name)));
    }
}
