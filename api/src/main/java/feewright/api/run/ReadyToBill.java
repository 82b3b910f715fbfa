package feewright.api.run;

import feewright.api.json.Texts;
import feewright.api.paging.Page;
import feewright.api.paging.PlaceCursor;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.engagement.EngagementId;
import feewright.platform.Coded;
import feewright.platform.FirmId;
import feewright.run.BillingFailure;
import feewright.run.BillingFailures;
import feewright.run.DueFilter.Selection;
import feewright.run.RunItem.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is due and waits for a person: first what is issued by hand by its terms, then what runs held. In a transaction. */
@Component
record ReadyToBill(DueNow due, BillingFailures billingFailures) {

    private static final int SCANNED = 200;

    /** Why it is left. */
    enum Reason implements Coded {
        ISSUED_BY_HAND,
        NEEDS_REVIEW;
    }

    /** An engagement that waits. */
    record Item(EngagementId engagement, Reason reason) {}

    /** Where a page begins: after this one; null at the beginning. */
    record Start(FirmId firm, Instant now, @Nullable Item after) {

        static @Nullable Item after(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            String[] parts = PlaceCursor.parts(cursor, 2);
            UUID engagement = PlaceCursor.known(Texts.uuid(parts[1]));
            for (Reason reason : Reason.values()) {
                if (reason.code().equals(parts[0])) {
                    return new Item(new EngagementId(engagement), reason);
                }
            }
            throw new ProblemException(ProblemCode.CURSOR_INVALID);
        }
    }

    Page<Item> page(Start start, int limit) {
        List<Item> found = new ArrayList<>();
        Item after = start.after();
        if (after == null || after.reason() == Reason.ISSUED_BY_HAND) {
            EngagementId last = after == null ? null : after.engagement();
            due.of(Selection.BY_HAND, new DueNow.Place(start.firm(), start.now(), last), limit + 1)
                    .forEach(engagement -> found.add(new Item(engagement, Reason.ISSUED_BY_HAND)));
        }
        UUID before = after != null && after.reason() == Reason.NEEDS_REVIEW
                ? after.engagement().value()
                : null;
        addHeld(found, start.firm(), before, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Item last = found.get(limit - 1);
        return new Page<>(
                found.subList(0, limit),
                PlaceCursor.of(last.reason().code(), last.engagement().toString()));
    }

    /** What was refused or broken waits for a retry, not for a decision. */
    private void addHeld(List<Item> found, FirmId firm, @Nullable UUID before, int enough) {
        UUID last = before;
        while (found.size() < enough) {
            List<BillingFailure> page = billingFailures.page(firm, last, SCANNED);
            if (page.isEmpty()) {
                return;
            }
            page.stream()
                    .filter(aside -> aside.outcome() == Outcome.NEEDS_REVIEW)
                    .forEach(aside -> found.add(new Item(aside.engagement(), Reason.NEEDS_REVIEW)));
            last = page.getLast().engagement().value();
        }
    }
}
