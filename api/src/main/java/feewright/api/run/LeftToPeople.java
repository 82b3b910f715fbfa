package feewright.api.run;

import feewright.api.json.Texts;
import feewright.api.paging.Page;
import feewright.api.paging.PlaceCursor;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.Refused;
import feewright.engagement.EngagementId;
import feewright.firm.FirmId;
import feewright.run.DueFilter.Lane;
import feewright.run.RunItem.Outcome;
import feewright.run.SetAside;
import feewright.run.SetAsides;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is due and waits for a person: first what is issued by hand by its terms, then what runs held. In a transaction. */
@Component
record LeftToPeople(DueNow due, SetAsides setAsides) {

    private static final int SCANNED = 200;

    /** Why it is left. */
    enum Reason {
        ISSUED_BY_HAND,
        HELD;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An engagement that waits. */
    record Left(EngagementId engagement, Reason reason) {}

    /** Where a page begins: after this one; null at the beginning. */
    record Start(FirmId firm, Instant now, @Nullable Left after) {

        static @Nullable Left after(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            String[] parts = PlaceCursor.parts(cursor, 2);
            UUID engagement = PlaceCursor.known(Texts.uuid(parts[1]));
            for (Reason reason : Reason.values()) {
                if (reason.code().equals(parts[0])) {
                    return new Left(new EngagementId(engagement), reason);
                }
            }
            throw new Refused(ProblemCode.CURSOR_INVALID);
        }
    }

    Page<Left> page(Start start, int limit) {
        List<Left> found = new ArrayList<>();
        Left after = start.after();
        if (after == null || after.reason() == Reason.ISSUED_BY_HAND) {
            EngagementId last = after == null ? null : after.engagement();
            due.of(Lane.BY_HAND, new DueNow.Place(start.firm(), start.now(), last), limit + 1)
                    .forEach(engagement -> found.add(new Left(engagement, Reason.ISSUED_BY_HAND)));
        }
        UUID before = after != null && after.reason() == Reason.HELD
                ? after.engagement().value()
                : null;
        addHeld(found, start.firm(), before, limit + 1);
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        Left last = found.get(limit - 1);
        return new Page<>(
                found.subList(0, limit),
                PlaceCursor.of(last.reason().code(), last.engagement().toString()));
    }

    /** What was refused or broken waits for a retry, not for a decision. */
    private void addHeld(List<Left> found, FirmId firm, @Nullable UUID before, int enough) {
        UUID last = before;
        while (found.size() < enough) {
            List<SetAside> page = setAsides.page(firm, last, SCANNED);
            if (page.isEmpty()) {
                return;
            }
            page.stream()
                    .filter(aside -> aside.outcome() == Outcome.HELD)
                    .forEach(aside -> found.add(new Left(aside.engagement(), Reason.HELD)));
            last = page.getLast().engagement().value();
        }
    }
}
