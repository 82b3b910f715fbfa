package feewright.bench;

import feewright.engagement.DraftTerms;
import feewright.engagement.EngagementId;
import feewright.engagement.SignEngagement;
import feewright.engagement.Signature;
import feewright.engine.Ports;
import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.Firm;
import feewright.firm.Person;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.IssueInvoice;
import feewright.platform.Actor;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.FirmId;
import feewright.platform.Id;
import feewright.platform.PersonId;
import feewright.platform.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** A firm whose books are filled through the use cases, as an application in use would fill them. */
final class Books {

    /** Two people work on an engagement, so that its invoices have two hourly lines. */
    record Case(EngagementId engagement, List<PersonId> workers) {}

    private final ApplicationContext application;
    private final Ports ports;
    private final Instant now = Instant.now();
    private final Actor admin;
    private final ClientId client;

    private Books(ApplicationContext application) {
        this.application = application;
        ports = application.getBean(Ports.class);
        FirmId firm = new FirmId(ports.ids().next());
        admin = new Actor(firm, new PersonId(ports.ids().next()), Set.of(Role.FIRM_ADMIN), null);
        client = new ClientId(ports.ids().next());
    }

    static Books open(ApplicationContext application) {
        Books books = new Books(application);
        books.together(() -> {
            books.ports.firms().add(new Firm(books.admin.firm(), "Bench", ZoneId.of(TypicalTerms.ZONE)));
            books.ports.clients().add(new Client(books.admin.firm(), books.client, books.now));
            books.name(books.client, "Alder & Finch Books");
        });
        return books;
    }

    Actor admin() {
        return admin;
    }

    ClientId client() {
        return client;
    }

    /** Last month's first day: its fee and hours are due today. */
    LocalDate lastMonth() {
        return LocalDate.ofInstant(now, ZoneId.of(TypicalTerms.ZONE))
                .withDayOfMonth(1)
                .minusMonths(1);
    }

    /** One database transaction around much work, for speed. */
    void together(Runnable work) {
        ports.transactions().in(admin, () -> {
            work.run();
            return true;
        });
    }

    /** The typical case, never billed before: last month's fee and five entries of two people are due. */
    Case typical() {
        return ports.transactions().in(admin, () -> {
            Case made = signed(lastMonth());
            work(made, lastMonth(), 5);
            return made;
        });
    }

    Case signed(LocalDate start) {
        return ports.transactions().in(admin, () -> sign(start));
    }

    private Case sign(LocalDate start) {
        EngagementId engagement =
                switch (application.getBean(DraftTerms.class).draft(admin, client, TypicalTerms.from(start))) {
                    case DraftTerms.Outcome.Drafted drafted -> drafted.draft().id();
                    case DraftTerms.Outcome other -> throw new IllegalStateException("not drafted: " + other);
                };
        SignEngagement.Request request = new SignEngagement.Request(
                engagement, Signature.Method.E_SIGNATURE, "5c".repeat(32), now, new CustomerText("Robin Alder"));
        application.getBean(SignEngagement.class).sign(admin, request, now);
        return new Case(engagement, List.of(person("Imani Cole"), person("Lee Park")));
    }

    /** Approved work in a month, by the people of the case in turn. */
    void work(Case on, LocalDate month, int entries) {
        new TimeSheets(application, admin, now).approved(on, month, entries);
    }

    Invoice issue(Case of) {
        InvoiceRequest request = InvoiceRequest.dueOf(of.engagement());
        if (application.getBean(IssueInvoice.class).issue(admin, request, null, now)
                instanceof IssueInvoice.Outcome.Issued issued) {
            return issued.invoice();
        }
        throw new IllegalStateException("not issued");
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
