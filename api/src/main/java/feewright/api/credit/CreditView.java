package feewright.api.credit;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.credit.CreditBalance;
import feewright.credit.CreditGrant;
import feewright.credit.CreditReview;
import feewright.platform.CustomerTextKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grant of credit and what is left of it. Words are content, absent for platform operators; the {@code reason} is shown to no client,
 * which reads {@code client_note}.
 */
record CreditView(
        UUID id,
        UUID clientId,
        String source,
        String review,
        MoneyJson amount,
        MoneyJson remaining,
        @Nullable LocalDate expiresOn,
        @Nullable UUID engagementId,
        @Nullable UUID originEntryId,
        @Nullable String reason,
        @Nullable String clientNote,
        UUID createdBy,
        Instant createdAt,
        @Nullable UUID reviewedBy,
        @Nullable Instant reviewedAt) {

    static CreditView of(CreditBalance credit, Names.Known known) {
        CreditGrant grant = credit.grant();
        return new CreditView(
                grant.id().value(),
                grant.of().client().value(),
                grant.source().code(),
                code(credit.review()),
                MoneyJson.of(grant.amount()),
                MoneyJson.of(credit.remaining()),
                grant.limits().expiresOn(),
                grant.limits().engagement() == null
                        ? null
                        : grant.limits().engagement().value(),
                grant.asked().origin() == null ? null : grant.asked().origin().value(),
                known.text(grant.id(), CustomerTextKey.REASON),
                known.text(grant.id(), CustomerTextKey.CLIENT_NOTE),
                grant.asked().by().value(),
                grant.asked().at(),
                credit.review() instanceof CreditReview.Approved approved
                        ? approved.by().value()
                        : credit.review() instanceof CreditReview.Rejected rejected
                                ? rejected.by().value()
                                : null,
                credit.review() instanceof CreditReview.Approved approved
                        ? approved.at()
                        : credit.review() instanceof CreditReview.Rejected rejected ? rejected.at() : null);
    }

    private static String code(CreditReview review) {
        return switch (review) {
            case CreditReview.NotNeeded _ -> "not_needed";
            case CreditReview.Waiting _ -> "waiting";
            case CreditReview.Approved _ -> "approved";
            case CreditReview.Rejected _ -> "rejected";
        };
    }
}
