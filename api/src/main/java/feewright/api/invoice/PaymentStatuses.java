package feewright.api.invoice;

import feewright.api.clock.FirmClock;
import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.invoice.InvoiceId;
import feewright.invoice.Invoices.InvoiceFilter;
import feewright.ledger.InvoiceAccount;
import feewright.ledger.Ledger;
import feewright.ledger.Ledger.AccountFilter;
import feewright.ledger.PaymentStatus;
import feewright.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How invoices stand today in the firm's zone. To be used in a transaction. */
@Component
public record PaymentStatuses(Ledger ledger, FirmClock clock) {

    /** The settlement that a parameter names. */
    static @Nullable PaymentStatus read(@Nullable String code) {
        if (code == null) {
            return null;
        }
        for (PaymentStatus settlement : PaymentStatus.values()) {
            if (settlement.code().equals(code)) {
                return settlement;
            }
        }
        throw new ProblemException(Problem.of(ProblemCode.PARAMETER_INVALID).ofParameter("state"));
    }

    InvoiceStatus of(Actor actor, InvoiceId invoice) {
        return of(actor, invoice, clock.today(actor));
    }

    /** How it stands by everything that was booked, as if it were that day. */
    InvoiceStatus of(Actor actor, InvoiceId invoice, LocalDate day) {
        InvoiceAccount account =
                ledger.read(actor.firm(), List.of(invoice)).stream().findFirst().orElseThrow();
        return standings(actor, List.of(account), day).apply(account);
    }

    /** How each of these accounts stands, asked for all of them at once. */
    public Function<InvoiceAccount, InvoiceStatus> standings(
            Actor actor, List<InvoiceAccount> accounts, LocalDate day) {
        List<InvoiceId> paid = accounts.stream()
                .filter(InvoiceAccount::isPaid)
                .map(InvoiceAccount::invoice)
                .toList();
        Map<InvoiceId, LocalDate> days = paid.isEmpty() ? Map.of() : ledger.paidOn(actor.firm(), paid);
        return account -> new InvoiceStatus(PaymentStatusView.of(actor, account, day), days.get(account.invoice()));
    }

    public List<InvoiceAccount> page(Actor actor, InvoiceFilter filter, @Nullable PaymentStatus settlement, int limit) {
        return ledger.accounts(actor.firm(), new AccountFilter(filter, settlement, clock.today(actor)), limit);
    }

    public LocalDate today(Actor actor) {
        return clock.today(actor);
    }
}
