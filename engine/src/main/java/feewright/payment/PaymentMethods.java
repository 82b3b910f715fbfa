package feewright.payment;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Port: what clients pay with, and who switched autopay on or off. */
public interface PaymentMethods {

    /** Keeps a method. Fails with ConcurrentChange where the firm has one of the same reference that was not removed. */
    void add(PaymentMethod method);

    /** One that was not removed. */
    Optional<PaymentMethod> find(FirmId firm, PaymentMethodId method);

    /** One, removed or not. */
    Optional<PaymentMethod> ever(FirmId firm, PaymentMethodId method);

    /** Those of a client that were not removed, newest first. */
    List<PaymentMethod> of(FirmId firm, ClientId client);

    /** Removes a method; nothing happens where it was removed before. */
    void remove(FirmId firm, PaymentMethodId method, Instant at);

    /** Keeps a setting; the latest of a client counts. */
    void set(FirmId firm, Autopay setting);

    /** The settings in force of those of the clients that ever had one, in no order. */
    List<Autopay> autopay(FirmId firm, Collection<ClientId> clients);

    /** The customers that a processor knows a client as, newest first. */
    List<String> customers(FirmId firm, ClientId client, String processor);
}
