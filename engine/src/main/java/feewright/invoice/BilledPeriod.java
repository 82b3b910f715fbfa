package feewright.invoice;

/** A package period that an invoice which stands has billed. */
public record BilledPeriod(InvoiceId invoice, InvoiceLine.Packaged line) {}
