package feewright.invoice;

/** What an invoice that stands made up for the minimum of a period, or set off against it. */
public record BilledMinimum(InvoiceId invoice, InvoiceLine.Minimum line) {}
