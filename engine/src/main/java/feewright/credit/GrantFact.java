package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.ledger.GrantId;
import feewright.platform.ClientId;
import feewright.platform.PersonId;
import feewright.rule.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A grant of credit as rules see it; amounts in minor units of its currency. {@code waiting}: somebody else still has to agree. */
public record GrantFact(
        GrantId grant,
        ClientId client,
        CreditSource source,
        boolean fourEyes,
        boolean paidFor,
        boolean waiting,
        boolean stands,
        PersonId askedBy,
        String currency,
        long remainingMinor,
        boolean expired,
        @Nullable EngagementId engagement)
        implements Fact {

    /** The grant as it stands on a day. */
    static GrantFact of(CreditBalance credit, LocalDate today) {
        CreditGrant grant = credit.grant();
        return new GrantFact(
                grant.id(),
                grant.of().client(),
                grant.source(),
                grant.source().needsFourEyes(),
                grant.source().isPaidFor(),
                credit.review() instanceof CreditReview.Waiting,
                credit.review().stands(),
                grant.asked().by(),
                grant.amount().getCurrencyUnit().getCode(),
                credit.remaining().getAmountMinorLong(),
                grant.limits().isExpired(today),
                grant.limits().engagement());
    }

    @Override
    public String ref() {
        return "credit/" + grant;
    }
}
