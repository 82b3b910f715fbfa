package feewright.payment;

import feewright.platform.ClientId;
import feewright.platform.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether what is issued to a client is collected by itself, and with which method (null: none yet). A fact: the latest counts. */
public record Autopay(ClientId client, boolean on, @Nullable PaymentMethodId method, PersonId by, Instant at) {}
