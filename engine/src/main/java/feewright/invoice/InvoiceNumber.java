package feewright.invoice;

/** The number of an invoice: gap-free within a firm and series. Printed {@code INV-000042}. */
public record InvoiceNumber(String series, long sequence) {

    /** The series of ordinary invoices. */
    public static final String INVOICES = "INV";

    public InvoiceNumber {
        if (sequence < 1) {
            throw new IllegalArgumentException("numbers count from 1");
        }
    }

    /** The number so many places further in the series. */
    InvoiceNumber plus(int places) {
        return new InvoiceNumber(series, sequence + places);
    }

    @Override
    public String toString() {
        return "%s-%06d".formatted(series, sequence);
    }
}
