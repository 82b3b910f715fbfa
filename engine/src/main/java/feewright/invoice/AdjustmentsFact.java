package feewright.invoice;

import feewright.engagement.Adjustments;
import feewright.engagement.Cap;
import feewright.engagement.EngagementId;
import feewright.rule.Fact;

/** What the terms of an engagement let adjust the price of its hours. Minutes are 0 where none are included. */
public record AdjustmentsFact(
        EngagementId engagement, int includedMinutes, boolean hasMinimum, boolean capWritesDown, boolean capStops)
        implements Fact {

    static AdjustmentsFact of(EngagementId engagement, Adjustments adjustments) {
        Cap cap = adjustments.cap();
        return new AdjustmentsFact(
                engagement,
                adjustments.included() == null ? 0 : adjustments.included().minutes(),
                adjustments.minimum() != null,
                cap != null && cap.beyond() == Cap.Beyond.WRITE_DOWN,
                cap != null && cap.beyond() == Cap.Beyond.STOP);
    }

    @Override
    public String ref() {
        return "adjustments/" + engagement;
    }
}
