package feewright.credit;

import feewright.platform.ClientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Locked credit that invoices draw on one after the other: the next finds less. */
final class OpenCredit {

    private final List<CreditBalance> credits;

    OpenCredit(Collection<CreditBalance> credits) {
        this.credits = new ArrayList<>(credits);
    }

    List<CreditBalance> of(ClientId client) {
        return credits.stream()
                .filter(credit -> credit.grant().of().client().equals(client))
                .toList();
    }

    void drawn(List<Draw> draws) {
        draws.forEach(draw -> credits.replaceAll(credit -> credit.id().equals(draw.grant())
                ? new CreditBalance(
                        credit.grant(), credit.review(), credit.remaining().minus(draw.amount()))
                : credit));
    }
}
