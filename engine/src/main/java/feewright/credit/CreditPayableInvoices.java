package feewright.credit;

import feewright.invoice.InvoiceId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Port: which invoices credit pays by itself, because their terms say so (requirement E10). Only those that owe something and whose
 * client has credit left that they may take on a day. Nothing is locked.
 */
public interface CreditPayableInvoices {

    /** Those of a client, what is due first at first, then what was issued first. */
    List<InvoiceId> ofClient(FirmId firm, ClientId client, LocalDate today);

    /** Those among the invoices, by id. */
    List<InvoiceId> among(FirmId firm, Collection<InvoiceId> invoices, LocalDate today);

    /** Whether an attempt to collect an invoice is under way. Its account is locked, so that none begins meanwhile. */
    boolean isCollected(FirmId firm, InvoiceId invoice);
}
