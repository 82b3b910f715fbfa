package feewright.time;

import feewright.engagement.Engagement;
import feewright.engagement.EngagementFact;
import feewright.engagement.PausedFact;
import feewright.platform.Actor;
import feewright.platform.AuditEvent;
import feewright.rule.ActorFact;
import feewright.rule.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that the review of one entry is judged by: who reviews which time, under which engagement, when. */
record TimeCase(Actor actor, TimeEntry time, Engagement engagement, Instant now) {

    EntryVersion version() {
        return time.version();
    }

    List<Fact> facts(Fact asked) {
        List<Fact> facts =
                new ArrayList<>(List.of(ActorFact.of(actor), EngagementFact.of(engagement), TimeFact.of(time), asked));
        facts.addAll(PausedFact.of(engagement));
        return facts;
    }

    AuditEvent.Target target() {
        return new AuditEvent.Target("time_entry", version().entry(), engagement.client());
    }

    /** The day from which the work is due; null where no terms price it. */
    @Nullable
    LocalDate dueOn() {
        return engagement.inEffect().timeDueOn(time.work().workedOn()).orElse(null);
    }
}
