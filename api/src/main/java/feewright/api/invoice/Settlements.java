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
import java.util.Map;
import java.util.function.Function;
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

    Standing of(Actor actor, InvoiceId invoice) {
        return of(actor, invoice, clock.today(actor));
    }

    /** How it stands by everything that was booked, as if it were that day. */
    Standing of(Actor actor, InvoiceId invoice, LocalDate day) {
        InvoiceAccount account =
                ledger.read(actor.firm(), List.of(invoice)).stream().findFirst().orElseThrow();
        return standings(actor, List.of(account), day).apply(account);
    }

    /** How each of these accounts stands, asked for all of them at once. */
    Function<InvoiceAccount, Standing> standings(Actor actor, List<InvoiceAccount> accounts, LocalDate day) {
        List<InvoiceId> paid = accounts.stream()
                .filter(InvoiceAccount::isPaid)
                .map(InvoiceAccount::invoice)
                .toList();
        Map<InvoiceId, LocalDate> days = paid.isEmpty() ? Map.of() : ledger.paidOn(actor.firm(), paid);
        return account -> new Standing(SettlementView.of(actor, account, day), days.get(account.invoice()));
    }

    List<InvoiceAccount> page(Actor actor, InvoiceFilter filter, @Nullable Settlement settlement, int limit) {
        return ledger.accounts(actor.firm(), new AccountFilter(filter, settlement, clock.today(actor)), limit);
    }

    LocalDate today(Actor actor) {
        return clock.today(actor);
    }
}
