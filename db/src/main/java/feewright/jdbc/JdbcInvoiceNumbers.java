package feewright.jdbc;

import feewright.firm.FirmId;
import feewright.invoice.InvoiceNumber;
import feewright.invoice.InvoiceNumbers;

final class JdbcInvoiceNumbers implements InvoiceNumbers {

    private final Statements statements;

    JdbcInvoiceNumbers(Statements statements) {
        this.statements = statements;
    }

    @Override
    public InvoiceNumber take(FirmId firm, String series, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("at least one number is taken");
        }
        return statements
                .row(
                        """
                        insert into invoice_counter as counter (firm_id, series, next_number)
                        values (:firm, :series, 1 + :count)
                        on conflict (firm_id, series)
                            do update set next_number = counter.next_number + :count
                        returning next_number - :count as first
                        """,
                        Parameters.of(firm).text("series", series).integer("count", count),
                        row -> new InvoiceNumber(series, row.bigint("first")))
                .orElseThrow();
    }
}
