package feewright.credit;

import feewright.ledger.GrantId;
import org.joda.money.Money;

/** A grant, whether it was agreed to, and what is left of it: the balance of its account. */
public record CreditBalance(CreditGrant grant, CreditReview review, Money remaining) {

    public GrantId id() {
        return grant.id();
    }
}
