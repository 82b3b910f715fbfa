package feewright.credit;

import feewright.engagement.EngagementId;
import feewright.ledger.Account;
import feewright.ledger.GrantId;
import feewright.ledger.JournalEntryId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Credit that a client is given, as it was asked for. A fact: what becomes of it are reviews and journal entries. {@code origin}
 * is the payment or the credit note that made it, null where a person asked for it.
 */
public record CreditGrant(GrantId id, Parties of, CreditSource source, Money amount, Limits limits, Created asked) {

    public CreditGrant {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("credit is above zero");
        }
    }

    /** Whose credit it is. */
    public record Parties(FirmId firm, ClientId client) {}

    /** From which day on it cannot be used any more (null: never), and the one engagement that it pays for (null: any). */
    public record Limits(
            @Nullable LocalDate expiresOn, @Nullable EngagementId engagement) {

        public static final Limits NONE = new Limits(null, null);

        boolean isExpired(LocalDate today) {
            return expiresOn != null && !expiresOn.isAfter(today);
        }

        boolean allows(@Nullable EngagementId of) {
            return engagement == null || engagement.equals(of);
        }
    }

    /** Who asked for it and when, and what made it. */
    public record Created(PersonId by, Instant at, @Nullable JournalEntryId origin) {}

    public Account.ClientCredit account() {
        return new Account.ClientCredit(id);
    }

    /** The account from which credit that nobody paid for comes, and to which what is left of it goes back. */
    Account givenFrom() {
        return source.isPaidFor() ? Account.FirmAccount.BREAKAGE : Account.FirmAccount.ALLOWANCE;
    }
}
