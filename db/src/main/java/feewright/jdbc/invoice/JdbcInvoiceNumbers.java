package feewright.jdbc.invoice;

import feewright.invoice.InvoiceNumber;
import feewright.invoice.InvoiceNumbers;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;

public final class JdbcInvoiceNumbers implements InvoiceNumbers {

    private final Statements statements;

    public JdbcInvoiceNumbers(Statements statements) {
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
