package feewright.refund;

import feewright.attempt.Pace;
import feewright.firm.Actor;
import feewright.firm.FirmId;
import feewright.firm.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Use case: takes what is due of a firm's refunds, and hands out what processors have to be asked for. */
public record TakeRefunds(Transactions transactions, RefundRegisters registers) {

    public List<RefundErrand> take(FirmId firm, int limit, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            List<RefundId> due = registers.outbox().take(firm, now, now.plus(Pace.LEASE), limit);
            List<RefundErrand> errands = new ArrayList<>();
            for (Refund refund :
                    due.isEmpty() ? List.<Refund>of() : registers.refunds().some(firm, due)) {
                Optional<RefundErrand> errand =
                        refund.state().isOver() ? Optional.empty() : registers.errand(refund, now);
                errand.ifPresentOrElse(errands::add, () -> registers.outbox().put(firm, refund.id(), null));
            }
            return errands;
        });
    }
}
