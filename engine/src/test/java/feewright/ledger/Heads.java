package feewright.ledger;

import feewright.fixture.Cashier;
import feewright.invoice.Dates;
import feewright.invoice.Fingerprint;
import feewright.invoice.Invoice;
import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.Totals;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import feewright.rule.DecisionId;
import feewright.rule.PackHash;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** Heads of invoices that nobody issued, for what is computed from them alone. */
public final class Heads {

    /** The day by which they are to be paid. */
    public static final LocalDate DUE = LocalDate.of(2026, 5, 10);

    private Heads() {}

    /** The head of an invoice of a package, in US dollars. */
    public static Invoice.Head of(String total) {
        LocalDate issue = LocalDate.of(2026, 4, 10);
        return new Invoice.Head(
                new InvoiceId(new UUID(1, 1)),
                new InvoiceNumber(InvoiceNumber.INVOICES, 1),
                new Invoice.Parties(new FirmId(new UUID(1, 2)), new ClientId(new UUID(1, 3)), null, null),
                new Dates(issue, issue, DUE),
                CurrencyUnit.USD,
                new Totals(Cashier.usd(total), Cashier.usd("0.00"), Cashier.usd("0.00"), Cashier.usd("0.00")),
                new Invoice.Provenance(
                        new PackHash("0".repeat(64)),
                        new DecisionId(new UUID(1, 4)),
                        new Fingerprint("0".repeat(64)),
                        new PersonId(new UUID(1, 5)),
                        Instant.EPOCH,
                        false));
    }
}
