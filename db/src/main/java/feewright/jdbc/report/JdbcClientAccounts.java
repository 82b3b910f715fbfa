package feewright.jdbc.report;

import feewright.invoice.InvoiceId;
import feewright.invoice.InvoiceNumber;
import feewright.jdbc.ledger.TransferRow;
import feewright.jdbc.sql.Codes;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.GrantId;
import feewright.ledger.Ledger;
import feewright.platform.FirmId;
import feewright.report.AccountMovement;
import feewright.report.ClientAccounts;
import feewright.report.ClientBalance;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Starts from what is open now, by the partial indexes on it, and takes back what was booked since: history costs nothing. */
public final class JdbcClientAccounts implements ClientAccounts {

    private final Statements statements;

    public JdbcClientAccounts(Statements statements) {
        this.statements = statements;
    }

    @Override
    public List<ClientBalance> standing(FirmId firm, Query of, LocalDate day) {
        return statements.rows(
                """
                select s.currency, sum(s.owed)::bigint as owed_minor, sum(s.credit)::bigint as credit_minor
                from (
                    select r.currency, r.owed_minor as owed, 0 as credit
                    from receivable r
                    where r.firm_id = :firm and r.client_id = :client and r.owed_minor > 0
                    union all
                    select b.currency, 0, b.remaining_minor
                    from credit_balance b
                    where b.firm_id = :firm and b.client_id = :client and b.remaining_minor > 0
                    union all
                    select
                        t.currency,
                        case 'receivable' when t.debit then -t.amount_minor when t.credit then t.amount_minor else 0 end,
                        case 'client_credit' when t.debit then t.amount_minor when t.credit then -t.amount_minor else 0 end
                    from transfer t
                    where t.firm_id = :firm and t.client_id = :client and t.booked_on >= :day
                ) s
                where :currency::text is null or s.currency = :currency
                group by s.currency
                order by s.currency
                """,
                parameters(firm, of).date("day", day),
                row -> new ClientBalance(
                        row.money("owed_minor", row.currency("currency")),
                        row.money("credit_minor", row.currency("currency"))));
    }

    @Override
    public List<AccountMovement> movements(FirmId firm, Query of, int limit) {
        return statements.rows(
                """
                select
                    t.source_id, t.currency, t.debit, t.credit, t.amount_minor, t.invoice_id, t.grant_id, t.booked_on,
                    t.recorded_at, e.kind, e.series as note_series, e.number as note_number, i.series, i.number
                from transfer t
                left join journal_entry e on e.firm_id = :firm and e.entry_id = t.entry_id
                left join invoice i on i.firm_id = :firm and i.invoice_id = t.invoice_id
                where t.firm_id = :firm and t.client_id = :client and t.booked_on >= :from and t.booked_on < :until
                    and num_nonnulls(t.invoice_id, t.grant_id) > 0 and (:currency::text is null or t.currency = :currency)
                order by t.booked_on, t.recorded_at, t.source_id, t.transfer_no
                limit :limit
                """,
                parameters(firm, of)
                        .date("from", of.days().from())
                        .date("until", of.days().until())
                        .integer("limit", limit),
                JdbcClientAccounts::movement);
    }

    private static Parameters parameters(FirmId firm, Query of) {
        CurrencyUnit currency = of.currency();
        return Parameters.of(firm)
                .id("client", of.client())
                .text("currency", currency == null ? null : currency.getCode());
    }

    private static AccountMovement movement(Row row) throws SQLException {
        UUID grant = row.maybeUuid("grant_id");
        String kind = row.maybeText("kind");
        return new AccountMovement(
                new AccountMovement.Booked(row.date("booked_on"), row.instant("recorded_at")),
                new AccountMovement.Source(
                        row.uuid("source_id"),
                        kind == null ? null : Codes.constant(Ledger.EntryKind.class, kind),
                        invoice(row),
                        grant == null ? null : new GrantId(grant),
                        row.maybeText("note_series") == null
                                ? null
                                : new InvoiceNumber(row.text("note_series"), row.bigint("note_number"))),
                TransferRow.read(row, row.currency("currency")));
    }

    private static AccountMovement.@Nullable Invoiced invoice(Row row) throws SQLException {
        UUID invoice = row.maybeUuid("invoice_id");
        return invoice == null
                ? null
                : new AccountMovement.Invoiced(
                        new InvoiceId(invoice), new InvoiceNumber(row.text("series"), row.bigint("number")));
    }
}
