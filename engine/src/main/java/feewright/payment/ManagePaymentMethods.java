package feewright.payment;

import feewright.firm.Clients;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.platform.AuditEventId;
import feewright.platform.AuditTrail;
import feewright.platform.ClientId;
import feewright.platform.Id;
import feewright.platform.Ids;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Use case: keeps what a client pays with, and whether it is charged by itself (requirements A1 and A2). */
public record ManagePaymentMethods(
        Transactions transactions, Clients clients, PaymentMethods methods, AuditTrail audit, Ids ids) {

    /** A method as its processor knows it. */
    public record Known(PaymentMethod.Reference reference, PaymentMethod.Display shown) {}

    /** The processor's customer that a client is; empty if it never had one, or is not known here. */
    public Optional<String> customer(Actor actor, ClientId client, String processor) {
        return transactions.reading(
                actor,
                () -> methods.customers(actor.firm(), client, processor).stream()
                        .findFirst());
    }

    /** Whether the firm has such a client. */
    public boolean isKnown(Actor actor, ClientId client) {
        return transactions.reading(
                actor, () -> clients.find(actor.firm(), client).isPresent());
    }

    /** Adds a method; empty where there is no such client. */
    public Optional<PaymentMethod> add(Actor actor, ClientId client, Known known, Instant now) {
        return transactions.in(
                actor,
                () -> clients.find(actor.firm(), client).map(_ -> {
                    PaymentMethod method = new PaymentMethod(
                            new PaymentMethodId(ids.next()),
                            new PaymentMethod.Parties(actor.firm(), client),
                            known.reference(),
                            known.shown(),
                            new PaymentMethod.Created(actor.person(), now));
                    methods.add(method);
                    audit(new Act(actor, now), "payment_method_added", method.id(), client);
                    return method;
                }));
    }

    /** Removes a method; empty where there is none, or it was removed before. */
    public Optional<PaymentMethod> remove(Actor actor, PaymentMethodId id, Instant now) {
        return transactions.in(
                actor,
                () -> methods.find(actor.firm(), id).map(method -> {
                    methods.remove(actor.firm(), id, now);
                    audit(
                            new Act(actor, now),
                            "payment_method_removed",
                            id,
                            method.of().client());
                    return method;
                }));
    }

    /** Autopay on or off, and with which method; null for the newest one. */
    public record AutopaySetting(boolean on, @Nullable PaymentMethodId method) {}

    /** Switches autopay on or off; empty where there is no such client, or no such method of it. */
    public Optional<Autopay> autopay(Actor actor, ClientId client, AutopaySetting wish, Instant now) {
        boolean on = wish.on();
        PaymentMethodId method = wish.method();
        return transactions.in(actor, () -> {
            boolean known = clients.find(actor.firm(), client).isPresent()
                    && (method == null
                            || methods.find(actor.firm(), method)
                                    .filter(found -> found.of().client().equals(client))
                                    .isPresent());
            if (!known) {
                return Optional.empty();
            }
            Autopay setting = new Autopay(client, on, method, actor.person(), now);
            methods.set(actor.firm(), setting);
            audit(new Act(actor, now), on ? "autopay_switched_on" : "autopay_switched_off", client, client);
            return Optional.of(setting);
        });
    }

    /** Who did something, and when. */
    private record Act(Actor by, Instant at) {}

    private void audit(Act act, String action, Id id, ClientId client) {
        audit.append(new AuditEvent(
                new AuditEventId(ids.next()),
                act.by(),
                action,
                new AuditEvent.Target(id.equals(client) ? "client" : "payment_method", id, client),
                List.of(),
                null,
                act.at()));
    }
}
