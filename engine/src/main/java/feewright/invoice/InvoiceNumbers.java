package feewright.invoice;

import feewright.platform.FirmId;

/** Port: the counters of invoice numbers, locked until the issuing transaction ends, so that a rollback leaves no gap. */
public interface InvoiceNumbers {

    /** Takes {@code count} consecutive numbers and gives the first. */
    InvoiceNumber take(FirmId firm, String series, int count);
}
