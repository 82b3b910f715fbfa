package feewright.payment;

import feewright.credit.CreditGrant;
import feewright.credit.CreditSource;
import feewright.invoice.InvoiceId;
import feewright.ledger.GrantId;
import feewright.ledger.InvoiceAccount;
import feewright.platform.AuditEvent;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Whose money comes in, and the invoice that it is for; null for a deposit. */
record PaymentTarget(FirmId firm, ClientId client, @Nullable InvoiceAccount account) {

    @Nullable
    InvoiceId invoice() {
        return account == null ? null : account.invoice();
    }

    /** Names what it is for, as the firing log does. */
    String ref() {
        return account == null ? "client/" + client : "invoice/" + account.invoice();
    }

    AuditEvent.Target target() {
        return account == null
                ? new AuditEvent.Target("client", client, client)
                : new AuditEvent.Target("invoice", account.invoice(), client);
    }

    /** The credit that money becomes which no invoice takes. */
    CreditGrant grant(GrantId id, Money amount, CreditGrant.Created asked) {
        return new CreditGrant(
                id,
                new CreditGrant.Parties(firm, client),
                account == null ? CreditSource.DEPOSIT : CreditSource.OVERPAYMENT,
                amount,
                CreditGrant.Limits.NONE,
                asked);
    }
}
