package feewright.api.firm;

import feewright.api.clock.FirmClock;
import feewright.api.idempotency.IdempotentWrites;
import feewright.api.idempotency.WriteResponse;
import feewright.api.openapi.ResponseDescriptions;
import feewright.api.paging.Page;
import feewright.api.paging.PageRequest;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.firm.BillingRole;
import feewright.firm.People;
import feewright.firm.Person;
import feewright.platform.Actor;
import feewright.platform.CustomerText;
import feewright.platform.CustomerTextKey;
import feewright.platform.CustomerTexts;
import feewright.platform.Ids;
import feewright.platform.PersonId;
import feewright.platform.Transactions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who works at the firm, or signs in to it. */
@RestController
@RequestMapping(path = "/v1/people", produces = "application/json")
record PersonEndpoints(Register register, Names names, IdempotentWrites once) {

    private static final String EMAIL = "email";

    /** What people are registered with. */
    @Component
    record Register(Transactions transactions, People people, CustomerTexts customerTexts, Ids ids, FirmClock clock) {}

    record NewPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String billingRole) {}

    record PersonView(
            UUID id,
            @Nullable String name,
            @Nullable String email,
            @Nullable String billingRole,
            Instant createdAt) {}

    @ResponseDescriptions(status = 201, body = PersonView.class)
    @PostMapping(consumes = "application/json")
    ResponseEntity<byte[]> add(Actor actor, HttpServletRequest request, @RequestBody NewPerson body) {
        Fields fields = new Fields();
        CustomerText name = fields.name(body.name(), "/name");
        CustomerText email = fields.email(body.email(), "/email");
        String role = body.billingRole();
        if (role != null && !BillingRole.isCode(role)) {
            fields.fault("billing-role-not-a-code", "/billing_role");
        }
        fields.check();
        return once.run(actor, request, () -> {
            Person person = new Person(
                    actor.firm(),
                    new PersonId(register.ids().next()),
                    role == null ? null : new BillingRole(role),
                    register.clock().now(actor));
            register.people().add(person);
            names.write(actor, person.id(), name);
            register.customerTexts().write(actor.firm(), Map.of(CustomerTextKey.of(person.id(), EMAIL), email));
            return WriteResponse.created("/v1/people/" + person.id(), view(person, name.text(), email.text()));
        });
    }

    @GetMapping
    Page<PersonView> list(
            Actor actor,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        return register.transactions().reading(actor, () -> {
            Page<Person> found = page.page(
                    (before, count) -> register.people().page(actor.firm(), before, count),
                    person -> person.id().value());
            Names.Known known = names.of(actor, found.items(), Person::id);
            return found.map(person -> view(person, known));
        });
    }

    @GetMapping("/{id}")
    PersonView find(Actor actor, @PathVariable UUID id) {
        return register.transactions().reading(actor, () -> {
            Person person = ProblemException.unlessFound(
                    register.people().find(actor.firm(), new PersonId(id)).orElse(null));
            return view(person, names.of(actor, person.id()));
        });
    }

    private static PersonView view(Person person, Names.Known known) {
        return view(person, known.name(person.id()), known.text(person.id(), EMAIL));
    }

    private static PersonView view(Person person, @Nullable String name, @Nullable String email) {
        BillingRole role = person.role();
        return new PersonView(
                person.id().value(), name, email, role == null ? null : role.code(), person.registeredAt());
    }
}
