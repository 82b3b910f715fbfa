package feewright.api.demo;

import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.firm.Content;
import feewright.firm.ContentKey;
import feewright.firm.Contents;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.firm.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.InitializingBean;

/** Makes the firm, the people and the client that the demo's tokens speak of, at the first start. */
record DemoFirm(Transactions transactions, Firms firms, People people, Clients clients, Contents contents, Clock clock)
        implements InitializingBean {

    private static final String ZONE = "America/New_York";

    @Override
    public void afterPropertiesSet() {
        transactions.in(DemoPerson.MASTER_ADMIN.actor(), () -> {
            boolean isNew = firms.find(DemoPerson.FIRM).isEmpty();
            if (isNew) {
                found(clock.instant());
            }
            return isNew;
        });
    }

    private void found(Instant now) {
        firms.add(new Firm(DemoPerson.FIRM, "Demo firm", ZoneId.of(ZONE)));
        Map<ContentKey, Content> names = new HashMap<>();
        for (DemoPerson person : DemoPerson.values()) {
            if (person.isOfFirm()) {
                String name = person.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                people.add(new Person(DemoPerson.FIRM, person.person(), new BillingRole("consultant"), now));
                names.put(ContentKey.of(person.person(), "name"), new Content("Demo " + name));
                names.put(
                        ContentKey.of(person.person(), "email"), new Content(name.replace(' ', '.') + "@demo.example"));
            }
        }
        clients.add(new Client(DemoPerson.FIRM, DemoPerson.PORTAL_CLIENT, now));
        names.put(ContentKey.of(DemoPerson.PORTAL_CLIENT, "name"), new Content("Demo client"));
        contents.write(DemoPerson.FIRM, names);
    }
}
