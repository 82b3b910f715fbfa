package feewright.refund;

import feewright.attempt.PollSchedule;
import feewright.platform.Actor;
import feewright.platform.FirmId;
import feewright.platform.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Use case: takes what is due of a firm's refunds, and hands out what processors have to be asked for. */
public record TakeDueRefunds(Transactions transactions, RefundRecords records) {

    public List<RefundCall> take(FirmId firm, int limit, Instant now) {
        return transactions.in(Actor.scheduler(firm), () -> {
            List<RefundId> due = records.outbox().take(firm, now, now.plus(PollSchedule.LEASE), limit);
            List<RefundCall> errands = new ArrayList<>();
            for (Refund refund :
                    due.isEmpty() ? List.<Refund>of() : records.refunds().some(firm, due)) {
                Optional<RefundCall> errand = refund.state().isOver() ? Optional.empty() : records.errand(refund, now);
                errand.ifPresentOrElse(errands::add, () -> records.outbox().put(firm, refund.id(), null));
            }
            return errands;
        });
    }
}
