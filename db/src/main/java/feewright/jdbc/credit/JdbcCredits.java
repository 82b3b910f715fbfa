package feewright.jdbc.credit;

import feewright.credit.CreditBalance;
import feewright.credit.CreditGrant;
import feewright.credit.CreditReview;
import feewright.credit.Credits;
import feewright.invoice.InvoiceId;
import feewright.jdbc.sql.Pages;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Locks balances by the ids of their grants, in a statement of its own: what is read then is what whoever was waited for left. */
public final class JdbcCredits implements Credits {

    private final Statements statements;

    public JdbcCredits(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void add(CreditGrant grant) {
        statements.changes(
                """
                insert into credit_grant (
                    firm_id, grant_id, client_id, currency, source, amount_minor, expires_on, engagement_id, asked_by, asked_at,
                    origin_id)
                values (
                    :firm, :grant, :client, :currency, :source, :amount, :expires_on, :engagement, :asked_by, :asked_at, :origin);
                insert into credit_balance (firm_id, grant_id, client_id, currency, remaining_minor, expires_on)
                values (:firm, :grant, :client, :currency, 0, :expires_on)
                """,
                Parameters.of(grant.of().firm())
                        .id("grant", grant.id())
                        .id("client", grant.of().client())
                        .text("currency", grant.amount().getCurrencyUnit().getCode())
                        .text("source", grant.source().code())
                        .bigint("amount", Parameters.minor(grant.amount()))
                        .date("expires_on", grant.limits().expiresOn())
                        .id("engagement", grant.limits().engagement())
                        .id("asked_by", grant.asked().by())
                        .instant("asked_at", grant.asked().at())
                        .id("origin", grant.asked().origin()));
    }

    @Override
    public void review(FirmId firm, GrantId grant, CreditReview review) {
        Parameters parameters = Parameters.of(firm).id("grant", grant);
        switch (review) {
            case CreditReview.Approved(PersonId by, Instant at) ->
                review(parameters.text("outcome", "approved").id("by", by).instant("at", at));
            case CreditReview.Rejected(PersonId by, Instant at) ->
                review(parameters.text("outcome", "rejected").id("by", by).instant("at", at));
            case CreditReview.NotNeeded _, CreditReview.Waiting _ -> throw new IllegalArgumentException("not a review");
        }
    }

    private void review(Parameters parameters) {
        statements.change("""
            insert into credit_review (firm_id, grant_id, outcome, asked_by, reviewed_by, reviewed_at)
            select firm_id, grant_id, :outcome, asked_by, :by, :at
            from credit_grant
            where firm_id = :firm and grant_id = :grant
            """, parameters);
    }

    @Override
    public Optional<CreditBalance> find(FirmId firm, GrantId grant) {
        return read(firm, List.of(grant.value())).stream().findFirst();
    }

    @Override
    public List<CreditBalance> lock(FirmId firm, Collection<GrantId> grants) {
        return read(
                firm,
                statements.rows(
                        """
                        select grant_id
                        from credit_balance
                        where firm_id = :firm and grant_id = any(:ids)
                        order by grant_id
                        for update
                        """,
                        Parameters.of(firm)
                                .uuids(
                                        "ids",
                                        grants.stream().map(GrantId::value).toList()),
                        row -> row.uuid("grant_id")));
    }

    @Override
    public List<CreditBalance> lockOpen(FirmId firm, Collection<ClientId> clients) {
        return read(
                firm,
                statements.rows(
                        """
                        select grant_id
                        from credit_balance
                        where firm_id = :firm and client_id = any(:ids) and remaining_minor > 0
                        order by grant_id
                        for update
                        """,
                        Parameters.of(firm)
                                .uuids(
                                        "ids",
                                        clients.stream().map(ClientId::value).toList()),
                        row -> row.uuid("grant_id")));
    }

    @Override
    public List<CreditBalance> lockFrom(FirmId firm, JournalEntryId origin) {
        return read(firm, statements.rows("""
            select b.grant_id
            from credit_balance b
            where b.firm_id = :firm
                and b.grant_id in (
                    select g.grant_id
                    from credit_grant g
                    where g.firm_id = :firm and g.origin_id = :origin)
            order by b.grant_id
            for update
            """, Parameters.of(firm).id("origin", origin), row -> row.uuid("grant_id")));
    }

    @Override
    public List<GrantId> madeFor(FirmId firm, InvoiceId invoice) {
        return statements.rows(
                """
                select g.grant_id
                from journal_entry e
                join credit_grant g on g.firm_id = :firm and g.origin_id = e.entry_id
                where e.firm_id = :firm and e.invoice_id = :invoice
                order by g.grant_id
                """, Parameters.of(firm).id("invoice", invoice), row -> new GrantId(row.uuid("grant_id")));
    }

    @Override
    public List<GrantId> expired(FirmId firm, LocalDate today, @Nullable GrantId after, int limit) {
        return statements.rows(
                """
                select grant_id
                from credit_balance
                where firm_id = :firm and remaining_minor > 0 and expires_on <= :today
                    and (:after::uuid is null or grant_id > :after)
                order by grant_id
                limit :limit
                """,
                Parameters.of(firm).date("today", today).id("after", after).integer("limit", limit),
                row -> new GrantId(row.uuid("grant_id")));
    }

    @Override
    public List<CreditBalance> page(FirmId firm, CreditFilter filter, int limit) {
        return read(
                        firm,
                        statements.rows(
                                """
                                select g.grant_id
                                from credit_grant g
                                join credit_balance b on b.firm_id = :firm and b.grant_id = g.grant_id
                                where g.firm_id = :firm
                                    and g.grant_id < :before
                                    and (:client::uuid is null or g.client_id = :client)
                                    and (:open::bool is null or (b.remaining_minor > 0) = :open)
                                order by g.grant_id desc
                                limit :limit
                                """,
                                Parameters.of(firm)
                                        .uuid("before", Pages.before(filter.before()))
                                        .id("client", filter.client())
                                        .flag("open", filter.open())
                                        .integer("limit", limit),
                                row -> row.uuid("grant_id")))
                .reversed();
    }

    private List<CreditBalance> read(FirmId firm, Collection<UUID> grants) {
        return grants.isEmpty()
                ? List.of()
                : statements.rows("""
                    select
                        g.grant_id, g.client_id, g.currency, g.source, g.amount_minor, g.expires_on, g.engagement_id,
                        g.asked_by, g.asked_at, g.origin_id, b.remaining_minor, r.outcome, r.reviewed_by, r.reviewed_at
                    from credit_grant g
                    join credit_balance b on b.firm_id = :firm and b.grant_id = g.grant_id
                    left join credit_review r on r.firm_id = :firm and r.grant_id = g.grant_id
                    where g.firm_id = :firm and g.grant_id = any(:ids)
                    order by g.grant_id
                    """, Parameters.of(firm).uuids("ids", grants), row -> CreditRow.read(firm, row));
    }
}
