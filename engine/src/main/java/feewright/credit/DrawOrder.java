package feewright.credit;

import feewright.engagement.EngagementId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * From which grants an application draws: what expires first, then what nobody paid for, then the oldest (requirement L3). Expired
 * credit, credit in another currency and credit for another engagement are left alone. Pure.
 */
final class DrawOrder {

    private static final Comparator<CreditBalance> ORDER = Comparator.comparing((CreditBalance credit) ->
                    Objects.requireNonNullElse(credit.grant().limits().expiresOn(), LocalDate.MAX))
            .thenComparing(credit -> credit.grant().source().isPaidFor())
            .thenComparing(credit -> credit.grant().asked().at())
            .thenComparing(credit -> credit.id().value());

    private DrawOrder() {}

    /** What is paid for: the engagement of the invoice (null: it has none), its currency, and the day. */
    record Use(@Nullable EngagementId engagement, CurrencyUnit currency, LocalDate today) {

        boolean mayDraw(CreditBalance credit) {
            CreditGrant grant = credit.grant();
            return credit.review().stands()
                    && credit.remaining().isPositive()
                    && grant.amount().getCurrencyUnit().equals(currency)
                    && !grant.limits().isExpired(today)
                    && grant.limits().allows(engagement);
        }
    }

    /** Draws of at most {@code most} in all, none of zero. */
    static List<Draw> draws(Collection<CreditBalance> credits, Use use, Money most) {
        List<Draw> draws = new ArrayList<>();
        Money left = most;
        for (CreditBalance credit :
                credits.stream().filter(use::mayDraw).sorted(ORDER).toList()) {
            if (!left.isPositive()) {
                break;
            }
            Money amount = credit.remaining().isGreaterThan(left) ? left : credit.remaining();
            draws.add(new Draw(credit, amount));
            left = left.minus(amount);
        }
        return draws;
    }
}
