package feewright.time;

import feewright.platform.CustomerText;
import feewright.rule.Fact;
import java.util.Optional;

/** What a reviewer does to an entry: how it is asked of the rules, what it makes of the entry, and what it leaves behind. */
sealed interface ReviewStep {

    /** The action's name in decisions: {@code approve_time_by_firm}. */
    String action();

    /** The fact that asks for this step. */
    Fact asked(EntryVersion version);

    /** The entry after the step; empty where its state has no such step. */
    Optional<TimeEntry.Editable> after(TimeCase on);

    /** What is audited: the action, and a code that qualifies it. */
    Audited audited(TimeCase on);

    record Audited(String action, String code) {}

    /** Approve for one side. */
    record Approve(Approval.Side side) implements ReviewStep {

        @Override
        public String action() {
            return "approve_time_by_" + side.code();
        }

        @Override
        public Fact asked(EntryVersion version) {
            return new ApprovalFact(version.entry(), version.number(), side);
        }

        @Override
        public Optional<TimeEntry.Editable> after(TimeCase on) {
            return on.time() instanceof SubmittedTime submitted
                            && submitted.approvals().of(side) == null
                    ? Optional.of(submitted.approve(approval(on)))
                    : Optional.empty();
        }

        @Override
        public Audited audited(TimeCase on) {
            return new Audited("time_approved", side.code());
        }

        Approval approval(TimeCase on) {
            return new Approval(side, on.actor().person(), on.now());
        }
    }

    /** Reject submitted time, or taking the approval of approved time back. The reason is content. */
    record Reject(CustomerText reason) implements ReviewStep {

        @Override
        public String action() {
            return "reject_time";
        }

        @Override
        public Fact asked(EntryVersion version) {
            return new RejectionFact(version.entry(), version.number());
        }

        @Override
        public Optional<TimeEntry.Editable> after(TimeCase on) {
            return switch (on.time()) {
                case SubmittedTime submitted -> Optional.of(rejected(on, submitted.draft()));
                case ApprovedTime approved -> Optional.of(rejected(on, approved.draft()));
                case DraftTime _, RejectedTime _, BilledTime _ -> Optional.empty();
            };
        }

        @Override
        public Audited audited(TimeCase on) {
            return new Audited("time_rejected", TimeState.of(on.time()).code());
        }

        private static RejectedTime rejected(TimeCase on, DraftTime draft) {
            return new RejectedTime(draft, on.actor().person(), on.now());
        }
    }
}
