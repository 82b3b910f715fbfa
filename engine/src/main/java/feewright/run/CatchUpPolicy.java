package feewright.run;

import feewright.engagement.BillingPeriod;
import feewright.engagement.CatchUp;
import feewright.engagement.Terms;
import feewright.invoice.BillingPosition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the terms say of dues that were missed. A due day is missed when a later one of the engagement has come by the day up to
 * which is billed: a late but latest period is not missed, it is only late (requirement P2).
 */
record CatchUpPolicy(BillingPosition position, LocalDate upTo) {

    /** What to do with the oldest due day. */
    sealed interface Step {

        /** Nothing is due. */
        record Done() implements Step {}

        /** Bill the dues of this day. */
        record Bill(BillingPosition position, LocalDate billing) implements Step {}

        /** Leave these periods unbilled, and look again from there. */
        record Skip(BillingPosition after, List<BillingPeriod> periods) implements Step {}

        /** A person decides. */
        record LeaveToPerson(LocalDate billing) implements Step {}
    }

    Step next() {
        Optional<LocalDate> oldest = position.nextBillingDate().filter(day -> !day.isAfter(upTo));
        if (oldest.isEmpty()) {
            return new Step.Done();
        }
        LocalDate billing = oldest.get();
        CatchUp policy = terms().conditions().catchUp();
        if (policy == CatchUp.BILL_EVERY_PERIOD || isReleased(billing) || !isMissed(billing)) {
            return new Step.Bill(position, billing);
        }
        if (policy == CatchUp.LEAVE_TO_PERSON) {
            return new Step.LeaveToPerson(billing);
        }
        List<BillingPeriod> missed = missedPeriods();
        return missed.isEmpty()
                ? new Step.Bill(position, latestHourly(billing))
                : new Step.Skip(position.skippingTo(startAfter(missed.getLast())), missed);
    }

    /** A period that was billed and given back was not missed in a downtime: it counts, and is billed again. */
    private boolean isReleased(LocalDate billing) {
        return position.cursor().isReleased()
                && billing.equals(position.cursor().packageDueOn());
    }

    /** A day is missed by the package's next due day if it is one of the package's, by the next of the hourly cadence otherwise. */
    private boolean isMissed(LocalDate billing) {
        return billing.equals(position.cursor().packageDueOn())
                ? !missedPeriods().isEmpty()
                : terms().hourlyBillingDateAfter(billing).filter(this::hasCome).isPresent();
    }

    /** The due package periods that are followed by another due one, oldest first. */
    private List<BillingPeriod> missedPeriods() {
        List<BillingPeriod> missed = new ArrayList<>();
        Optional<BillingPeriod> period =
                Optional.ofNullable(position.cursor().following()).flatMap(terms()::packagePeriod);
        while (true) {
            Optional<BillingPeriod> following = period.flatMap(this::dueAfter);
            if (following.isEmpty()) {
                return missed;
            }
            missed.add(period.get());
            period = following;
        }
    }

    /** A pause may lie between a period and the next. */
    private LocalDate startAfter(BillingPeriod period) {
        return dueAfter(period).map(BillingPeriod::start).orElseThrow();
    }

    private Optional<BillingPeriod> dueAfter(BillingPeriod period) {
        return terms().pricing()
                .packageTerms()
                .flatMap(packaged ->
                        packaged.calendar(terms().term()).after(period).filter(next -> hasCome(packaged.dueOn(next))));
    }

    /** The latest billing date of the hourly cadence that has come, counted from one that has. */
    private LocalDate latestHourly(LocalDate from) {
        LocalDate latest = from;
        Optional<LocalDate> next = Optional.of(from);
        while (next.isPresent()) {
            latest = next.get();
            next = terms().hourlyBillingDateAfter(latest).filter(this::hasCome);
        }
        return latest;
    }

    private boolean hasCome(LocalDate day) {
        return !day.isAfter(upTo);
    }

    private Terms terms() {
        return position.engagement().inEffect();
    }
}
