package feewright.jdbc.credit;

import feewright.credit.CreditBalance;
import feewright.credit.CreditGrant;
import feewright.credit.CreditReview;
import feewright.credit.CreditSource;
import feewright.engagement.EngagementId;
import feewright.jdbc.sql.Row;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.sql.SQLException;
import java.util.UUID;
import org.joda.money.CurrencyUnit;

/** A row of credit_grant with its balance and its review. */
final class CreditRow {

    private CreditRow() {}

    static CreditBalance read(FirmId firm, Row row) throws SQLException {
        CurrencyUnit currency = row.currency("currency");
        CreditSource source = row.constant(CreditSource.class, "source");
        return new CreditBalance(
                new CreditGrant(
                        new GrantId(row.uuid("grant_id")),
                        new CreditGrant.Parties(firm, new ClientId(row.uuid("client_id"))),
                        source,
                        row.money("amount_minor", currency),
                        limits(row),
                        asked(row)),
                review(row, source),
                row.money("remaining_minor", currency));
    }

    private static CreditGrant.Limits limits(Row row) throws SQLException {
        UUID engagement = row.maybeUuid("engagement_id");
        return new CreditGrant.Limits(
                row.maybeDate("expires_on"), engagement == null ? null : new EngagementId(engagement));
    }

    private static CreditGrant.Created asked(Row row) throws SQLException {
        UUID origin = row.maybeUuid("origin_id");
        return new CreditGrant.Created(
                new PersonId(row.uuid("asked_by")),
                row.instant("asked_at"),
                origin == null ? null : new JournalEntryId(origin));
    }

    private static CreditReview review(Row row, CreditSource source) throws SQLException {
        String outcome = row.maybeText("outcome");
        if (outcome == null) {
            return source.needsFourEyes() ? new CreditReview.Waiting() : new CreditReview.NotNeeded();
        }
        PersonId by = new PersonId(row.uuid("reviewed_by"));
        return outcome.equals("approved")
                ? new CreditReview.Approved(by, row.instant("reviewed_at"))
                : new CreditReview.Rejected(by, row.instant("reviewed_at"));
    }
}
