package feewright.api.invoice;

import feewright.api.clock.FirmClock;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.firm.Actor;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.receivable.InvoiceAccount;
import feewright.receivable.Ledger;
import feewright.receivable.Ledger.AccountFilter;
import feewright.receivable.Settlement;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How invoices stand today in the firm's zone. To be used in a transaction. */
@Component
record Settlements(Ledger ledger, FirmClock clock) {

    /** The settlement that a parameter names. */
    static @Nullable Settlement read(@Nullable String code) {
        if (code == null) {
            return null;
        }
        for (Settlement settlement : Settlement.values()) {
            if (settlement.code().equals(code)) {
                return settlement;
            }
        }
        throw new Refused(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state"));
    }

    SettlementView of(Actor actor, InvoiceId invoice) {
        return of(actor, invoice, clock.today(actor));
    }

    /** How it stands by everything that was booked, as if it were that day. */
    SettlementView of(Actor actor, InvoiceId invoice, LocalDate day) {
        InvoiceAccount account =
                ledger.read(actor.firm(), List.of(invoice)).stream().findFirst().orElseThrow();
        return SettlementView.of(actor, account, day);
    }

    List<InvoiceAccount> page(Actor actor, InvoiceFilter filter, @Nullable Settlement settlement, int limit) {
        return ledger.accounts(actor.firm(), new AccountFilter(filter, settlement, clock.today(actor)), limit);
    }

    LocalDate today(Actor actor) {
        return clock.today(actor);
    }
}
