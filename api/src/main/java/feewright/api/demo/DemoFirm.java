package feewright.api.demo;

import feewright.firm.BillingRole;
import feewright.firm.Client;
import feewright.firm.Clients;
import feewright.firm.Firm;
import feewright.firm.Firms;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.PersonId;
import feewright.platform.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.InitializingBean;

/** Makes the firm, the people and the client that the demo's tokens speak of, at the first start. */
record DemoFirm(
        Transactions transactions,
        Firms firms,
        People people,
        Clients clients,
        CustomerTexts customerTexts,
        Clock clock)
        implements InitializingBean {

    static final String ZONE = "America/New_York";
    static final PersonId PARTNER = new PersonId(UUID.fromString("0199a000-0000-7000-8000-000000000111"));
    static final PersonId ASSOCIATE = new PersonId(UUID.fromString("0199a000-0000-7000-8000-000000000112"));
    static final ClientId HOURLY_CLIENT = new ClientId(UUID.fromString("0199a000-0000-7000-8000-000000000202"));
    static final ClientId PACKAGE_CLIENT = new ClientId(UUID.fromString("0199a000-0000-7000-8000-000000000203"));

    private record Named(UUID id, String name) {}

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
        firms.add(new Firm(DemoPerson.FIRM, "Demo firm", ZoneId.of(ZONE), true));
        Map<CustomerTextKey, CustomerText> names = new HashMap<>();
        for (DemoPerson person : DemoPerson.values()) {
            if (person.isOfFirm()) {
                String name = person.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                people.add(new Person(DemoPerson.FIRM, person.person(), new BillingRole("consultant"), now));
                names.put(CustomerTextKey.of(person.person(), "name"), new CustomerText("Demo " + name));
                names.put(
                        CustomerTextKey.of(person.person(), "email"),
                        new CustomerText(name.replace(' ', '.') + "@demo.example"));
            }
        }
        addColleague(PARTNER, new BillingRole("partner"), "Imani Cole", names);
        addColleague(ASSOCIATE, new BillingRole("associate"), "Lee Park", names);
        for (Named client : List.of(
                new Named(DemoPerson.PORTAL_CLIENT.value(), "Alder & Finch Books"),
                new Named(HOURLY_CLIENT.value(), "Kestrel Robotics"),
                new Named(PACKAGE_CLIENT.value(), "Lumen Dental Group"))) {
            clients.add(new Client(DemoPerson.FIRM, new ClientId(client.id()), now));
            names.put(new CustomerTextKey(client.id(), "name"), new CustomerText(client.name()));
        }
        customerTexts.write(DemoPerson.FIRM, names);
    }

    private void addColleague(
            PersonId person, BillingRole role, String name, Map<CustomerTextKey, CustomerText> names) {
        people.add(new Person(DemoPerson.FIRM, person, role, clock.instant()));
        names.put(CustomerTextKey.of(person, "name"), new CustomerText(name));
        String email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@demo.example";
        names.put(CustomerTextKey.of(person, "email"), new CustomerText(email));
    }
}
