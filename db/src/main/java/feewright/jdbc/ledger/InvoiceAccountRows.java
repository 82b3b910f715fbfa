package feewright.jdbc.ledger;

import feewright.invoice.Invoice;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.jdbc.invoice.InvoiceRow;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Row;
import feewright.jdbc.sql.Statements;
import feewright.ledger.Account;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.InvoiceDisputes;
import feewright.ledger.Ledger.AccountFilter;
import feewright.ledger.PaymentStatus;
import feewright.platform.FirmId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Accounts of invoices, summed up from their transfers. */
record InvoiceAccountRows(Statements statements) {

    /** Settlements in which something is owed. */
    private static boolean isOwing(PaymentStatus settlement) {
        return switch (settlement) {
            case OPEN, PART_PAID, OVERDUE -> true;
            case PAID, WRITTEN_OFF, VOID -> false;
        };
    }

    /** The transfers of the issue by their source, those after it by their invoice: neither grows with the client's history. */
    List<InvoiceAccount> read(FirmId firm, Collection<UUID> invoices) {
        Map<UUID, Map<Account, Long>> against = new HashMap<>();
        Map<UUID, InvoiceDisputes> contested = new HashMap<>();
        List<InvoiceAccount> accounts = new ArrayList<>();
        Map<UUID, Long> suspended = new SuspenseRows(statements).open(firm, invoices);
        statements.results(
                """
                with of_payment as (
                    select
                        c.invoice_id, c.payment_id, d.currency, bool_or(c.open) as open,
                        coalesce(bool_or(c.state = 'lost'), false) as lost,
                        coalesce(sum(c.claimed_minor) filter (where c.open and c.claimed_currency = d.currency), 0) as claimed,
                        coalesce(sum(c.charged_back_minor) filter (where c.currency = d.currency), 0) as charged_back,
                        sum(greatest(
                            case when c.withdrawn_minor > 0 then
                                case when c.currency = d.currency then c.withdrawn_minor else y.amount_minor end
                            end,
                            case when c.state in ('needs_response', 'under_review', 'reopened', 'lost') then
                                case when c.claimed_currency = d.currency then c.claimed_minor else y.amount_minor end
                            end, 0)) as contested
                    from dispute_summary c
                    join dispute d on d.firm_id = :firm and d.dispute_id = c.dispute_id
                    join journal_entry y on y.firm_id = :firm and y.entry_id = c.payment_id
                    where c.firm_id = :firm and c.invoice_id = any(:invoices)
                    group by c.invoice_id, c.payment_id, d.currency
                )
                select
                    p.invoice_id, p.currency, bool_or(p.open) as open, bool_or(p.lost) as lost,
                    sum(p.claimed)::bigint as claimed, sum(p.charged_back)::bigint as charged_back,
                    sum(b.loss)::bigint as loss,
                    sum(greatest(least(p.contested, e.amount_minor - b.refunded) - p.charged_back, 0))::bigint as withheld
                from of_payment p
                join journal_entry e on e.firm_id = :firm and e.entry_id = p.payment_id
                cross join lateral (
                    select
                        coalesce(sum(case
                            when o.kind = 'refund_failed' then -o.amount_minor
                            when o.kind in ('payment_refunded', 'payment_returned', 'credit_refunded') then o.amount_minor
                        end), 0) as refunded,
                        coalesce(sum((
                            select sum(case
                                when t.debit = 'chargeback_loss' then t.amount_minor
                                when t.credit = 'chargeback_loss' then -t.amount_minor
                            end)
                            from transfer t
                            where t.firm_id = :firm and t.entry_id = o.entry_id and o.dispute_id is not null)), 0) as loss
                    from journal_entry o
                    where o.firm_id = :firm and o.of_entry_id = p.payment_id
                ) b
                group by p.invoice_id, p.currency;

                select
                    s.invoice_id, s.account, s.grant_id, sum(s.minor)::bigint as minor
                from unnest(:invoices::uuid[]) as i (invoice_id)
                cross join lateral (
                    select
                        t.invoice_id, case when t.debit = 'receivable' then t.credit else t.debit end as account,
                        t.grant_id, case when t.debit = 'receivable' then t.amount_minor else -t.amount_minor end as minor
                    from transfer t
                    where t.firm_id = :firm and t.source_id = i.invoice_id
                    union all
                    select
                        t.invoice_id, case when t.debit = 'receivable' then t.credit else t.debit end as account,
                        t.grant_id, case when t.debit = 'receivable' then t.amount_minor else -t.amount_minor end as minor
                    from transfer t
                    where t.firm_id = :firm and t.invoice_id = i.invoice_id and t.entry_id is not null
                    offset 0
                ) s
                group by s.invoice_id, s.account, s.grant_id;

                select
                    i.invoice_id, i.series, i.number, i.client_id, i.engagement_id, i.terms_id, i.currency, i.billing_date,
                    i.issue_date, i.due_date, i.package_minor, i.hourly_minor, i.expense_minor, i.manual_minor, i.pack_hash, i.decision_id,
                    i.fingerprint, i.issued_by, i.issued_at, i.overridden,
                    exists (
                        select
                        from journal_entry v
                        where v.firm_id = :firm and v.invoice_id = i.invoice_id and v.kind = 'invoice_voided') as voided,
                    coalesce((
                        select max(a.rest_minor)
                        from payment_attempt a
                        where a.firm_id = :firm and a.invoice_id = i.invoice_id and a.rest_minor > 0), 0)::bigint as rest
                from invoice i
                where i.firm_id = :firm and i.invoice_id = any(:invoices)
                order by i.invoice_id desc
                """,
                Parameters.of(firm).uuids("invoices", invoices),
                List.of(
                        row -> contested.put(row.uuid("invoice_id"), contested(row)),
                        row -> against.computeIfAbsent(row.uuid("invoice_id"), _ -> new HashMap<>())
                                .put(
                                        TransferRow.account(
                                                row.text("account"), row.uuid("invoice_id"), row.maybeUuid("grant_id")),
                                        row.bigint("minor")),
                        row -> {
                            Invoice.Head head = InvoiceRow.read(firm, row);
                            Map<Account, Money> sums = new HashMap<>();
                            against.getOrDefault(head.id().value(), Map.of())
                                    .forEach((account, minor) ->
                                            sums.put(account, Money.ofMinor(head.currency(), minor)));
                            return accounts.add(new InvoiceAccount(
                                    head,
                                    sums,
                                    row.flag("voided"),
                                    over(
                                            head,
                                            contested.getOrDefault(
                                                    head.id().value(), InvoiceDisputes.none(head.currency())),
                                            suspended.get(head.id().value())),
                                    row.money("rest", head.currency())));
                        }));
        return accounts;
    }

    private static InvoiceDisputes over(Invoice.Head head, InvoiceDisputes disputed, @Nullable Long missingMinor) {
        return missingMinor == null ? disputed : disputed.suspending(Money.ofMinor(head.currency(), missingMinor));
    }

    private static InvoiceDisputes contested(Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        return new InvoiceDisputes(
                row.flag("open"),
                row.flag("lost"),
                row.money("claimed", currency),
                row.money("charged_back", currency),
                row.money("loss", currency),
                row.money("withheld", currency),
                false);
    }

    /** By invoice id descending, as {@link #read} gives them. */
    List<InvoiceAccount> page(FirmId firm, AccountFilter filter, int limit) {
        PaymentStatus settlement = filter.settlement();
        Parameters parameters = parameters(firm, filter, settlement, limit);
        if (settlement == null) {
            return read(firm, any(parameters));
        }
        return read(firm, isOwing(settlement) ? owing(parameters) : settled(parameters));
    }

    private static Parameters parameters(
            FirmId firm, AccountFilter filter, @Nullable PaymentStatus settlement, int limit) {
        InvoiceFilter of = filter.of();
        return Parameters.of(firm)
                .uuid("before", Pages.before(of.before()))
                .id("client", of.client())
                .id("engagement", of.engagement())
                .date("from", of.from())
                .date("until", of.until())
                .date("today", filter.today())
                .text("settlement", settlement == null ? null : settlement.code())
                .integer("limit", limit);
    }

    private List<UUID> any(Parameters parameters) {
        return statements.rows("""
            select invoice_id
            from invoice
            where firm_id = :firm
                and invoice_id < :before
                and (:client::uuid is null or client_id = :client)
                and (:engagement::uuid is null or engagement_id = :engagement)
                and (:from::date is null or issue_date >= :from)
                and (:until::date is null or issue_date < :until)
            order by invoice_id desc
            limit :limit
            """, parameters, row -> row.uuid("invoice_id"));
    }

    /** Through the index of what is owed: what is settled costs nothing. */
    private List<UUID> owing(Parameters parameters) {
        return statements.rows("""
            select r.invoice_id
            from receivable r
            join invoice i on i.firm_id = :firm and i.invoice_id = r.invoice_id
            cross join lateral (
                select
                    coalesce(sum(
                        case
                            when t.debit in ('cash', 'refund', 'disputed', 'suspense', 'client_credit') then t.amount_minor
                            when t.credit in ('cash', 'refund', 'disputed', 'suspense', 'client_credit') then -t.amount_minor
                            else 0
                        end), 0) > 0 as part_paid
                from transfer t
                where t.firm_id = :firm and t.invoice_id = r.invoice_id and t.entry_id is not null
            ) s
            where r.firm_id = :firm
                and r.owed_minor > 0
                and not exists (
                    select
                    from journal_entry v
                    where v.firm_id = :firm and v.invoice_id = r.invoice_id and v.kind = 'invoice_voided')
                and r.invoice_id < :before
                and (:client::uuid is null or r.client_id = :client)
                and (:engagement::uuid is null or i.engagement_id = :engagement)
                and (:from::date is null or i.issue_date >= :from)
                and (:until::date is null or i.issue_date < :until)
                and case
                    when r.due_date < :today
                        and r.owed_minor > coalesce((
                            select max(a.rest_minor)
                            from payment_attempt a
                            where a.firm_id = :firm and a.invoice_id = r.invoice_id and a.rest_minor > 0), 0)
                    then 'overdue'
                    when s.part_paid then 'part_paid'
                    else 'open'
                end = :settlement
            order by r.invoice_id desc
            limit :limit
            """, parameters, row -> row.uuid("invoice_id"));
    }

    private List<UUID> settled(Parameters parameters) {
        return statements.rows("""
            select r.invoice_id
            from receivable r
            join invoice i on i.firm_id = :firm and i.invoice_id = r.invoice_id
            cross join lateral (
                select
                    coalesce(sum(
                        case
                            when t.debit = 'write_off' then t.amount_minor
                            when t.credit = 'write_off' then -t.amount_minor
                            else 0
                        end), 0) > 0 as lost
                from transfer t
                where t.firm_id = :firm and t.invoice_id = r.invoice_id and t.entry_id is not null
            ) s
            where r.firm_id = :firm
                and (r.owed_minor = 0 or :settlement = 'void')
                and r.invoice_id < :before
                and (:client::uuid is null or r.client_id = :client)
                and (:engagement::uuid is null or i.engagement_id = :engagement)
                and (:from::date is null or i.issue_date >= :from)
                and (:until::date is null or i.issue_date < :until)
                and case
                    when exists (
                        select
                        from journal_entry v
                        where v.firm_id = :firm and v.invoice_id = r.invoice_id and v.kind = 'invoice_voided') then 'void'
                    when s.lost then 'written_off'
                    else 'paid'
                end = :settlement
            order by r.invoice_id desc
            limit :limit
            """, parameters, row -> row.uuid("invoice_id"));
    }
}
