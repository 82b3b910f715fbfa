package feewright.api.ledger.model;

import feewright.dispute.DisputeEvent.Details;
import feewright.dispute.DisputeEvent.Kind;
import feewright.dispute.DisputeMovement;
import feewright.dispute.DisputeState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the events of all disputes of a payment come to by the requirements: in the order in which they happened, each step as
 * docs/dispute-transitions.md has it; and what was moved by events that do not count. Amounts in minor units.
 */
public final class LedgerModelFold {

    /** An event of a dispute. */
    public record Event(String dispute, String name, Kind kind, Details told) {}

    /** How a dispute stands: nothing is told of it yet where its state is null. */
    public record Course(
            DisputeState state,
            String reason,
            long claimed,
            String claimedCurrency,
            String currency,
            long withdrawn,
            long fees) {

        static final Course UNTOLD = new Course(null, null, 0, "", "", 0, 0);

        boolean isOpen() {
            return state != null
                    && switch (state) {
                        case INQUIRY_NEEDS_RESPONSE, INQUIRY_UNDER_REVIEW, NEEDS_RESPONSE, UNDER_REVIEW, REOPENED ->
                            true;
                        case INQUIRY_CLOSED, PREVENTED, WON, LOST -> false;
                    };
        }

        boolean isLost() {
            return state == DisputeState.LOST;
        }

        long lost(String in) {
            return isLost() && currency.equals(in) ? Math.max(0, withdrawn) : 0;
        }

        /** What of a payment of so much cannot be given back: all of it where it is disputed in another currency. */
        long contested(String in, long paid) {
            long taken = withdrawn <= 0 ? 0 : currency.equals(in) ? withdrawn : paid;
            boolean claims = state == DisputeState.NEEDS_RESPONSE
                    || state == DisputeState.UNDER_REVIEW
                    || state == DisputeState.REOPENED
                    || state == DisputeState.LOST;
            return claims ? Math.max(claimedCurrency.equals(in) ? claimed : paid, taken) : taken;
        }
    }

    public final Map<String, Course> amendments = new HashMap<>();
    public final Set<String> applied = new HashSet<>();
    private final Map<String, Map<String, DisputeMovement>> moved = new HashMap<>();
    /** By dispute and currency what is missing, fees included. */
    public final Map<String, Map<String, Long>> uncounted = new HashMap<>();

    /** The same without fees. */
    public final Map<String, Map<String, Long>> taken = new HashMap<>();

    public LedgerModelFold(List<Event> events) {
        List<Event> happened = new ArrayList<>(events);
        happened.sort(Comparator.comparing((Event event) -> event.told().happenedAt())
                .thenComparing(event -> rank(event.kind()))
                .thenComparing(event -> event.told().status())
                .thenComparing(Event::name)
                .thenComparing(Event::dispute));
        happened.forEach(this::step);
        Map<String, Set<String>> seen = new HashMap<>();
        happened.forEach(event -> event.told().movements().stream()
                .sorted(Comparator.comparing(DisputeMovement::reference))
                .filter(one -> !moved.getOrDefault(event.dispute(), Map.of()).containsKey(one.reference()))
                .filter(one -> seen.computeIfAbsent(event.dispute(), _ -> new HashSet<>())
                        .add(one.reference()))
                .forEach(one -> {
                    String currency = one.amount().getCurrencyUnit().getCode();
                    long amount = one.amount().getAmountMinorLong();
                    taken.computeIfAbsent(event.dispute(), _ -> new HashMap<>()).merge(currency, -amount, Long::sum);
                    uncounted
                            .computeIfAbsent(event.dispute(), _ -> new HashMap<>())
                            .merge(currency, one.fee().getAmountMinorLong() - amount, Long::sum);
                }));
    }

    private static int rank(Kind kind) {
        return List.of(Kind.OPENED, Kind.UPDATED, Kind.FUNDS_WITHDRAWN, Kind.CLOSED, Kind.FUNDS_REINSTATED)
                .indexOf(kind);
    }

    private void step(Event event) {
        Course was = amendments.getOrDefault(event.dispute(), Course.UNTOLD);
        Map<String, DisputeMovement> all = new LinkedHashMap<>(moved.getOrDefault(event.dispute(), Map.of()));
        event.told().movements().forEach(movement -> all.putIfAbsent(movement.reference(), movement));
        Course then = course(was, event, all);
        Set<String> currencies = new HashSet<>();
        all.values()
                .forEach(movement ->
                        currencies.add(movement.amount().getCurrencyUnit().getCode()));
        if (mayFollow(was.state(), then.state())
                && mayBeTold(event, was.state(), then.state())
                && currencies.size() <= 1
                && then.withdrawn() >= 0
                && !(isInquiry(then.state()) && then.withdrawn() > 0)) {
            amendments.put(event.dispute(), then);
            moved.put(event.dispute(), all);
            applied.add(event.dispute() + "/" + event.name());
        }
    }

    private static Course course(Course was, Event event, Map<String, DisputeMovement> all) {
        Details told = event.told();
        DisputeState status = told.status();
        boolean decided = was.state() == DisputeState.WON
                || was.state() == DisputeState.LOST
                || was.state() == DisputeState.REOPENED;
        boolean asks = status == DisputeState.NEEDS_RESPONSE || status == DisputeState.UNDER_REVIEW;
        String in = all.isEmpty()
                ? told.claimed().getCurrencyUnit().getCode()
                : all.values().iterator().next().amount().getCurrencyUnit().getCode();
        List<DisputeMovement> own = all.values().stream()
                .filter(one -> one.amount().getCurrencyUnit().getCode().equals(in))
                .toList();
        return new Course(
                decided && asks ? DisputeState.REOPENED : status,
                told.reason(),
                told.claimed().getAmountMinorLong(),
                told.claimed().getCurrencyUnit().getCode(),
                in,
                -own.stream()
                        .mapToLong(one -> one.amount().getAmountMinorLong())
                        .sum(),
                own.stream().mapToLong(one -> one.fee().getAmountMinorLong()).sum());
    }

    private static boolean isInquiry(DisputeState state) {
        return state == DisputeState.INQUIRY_NEEDS_RESPONSE
                || state == DisputeState.INQUIRY_UNDER_REVIEW
                || state == DisputeState.INQUIRY_CLOSED;
    }

    private static boolean mayFollow(DisputeState was, DisputeState then) {
        if (was == null) {
            return true;
        }
        return switch (was) {
            case INQUIRY_NEEDS_RESPONSE, INQUIRY_UNDER_REVIEW -> true;
            case INQUIRY_CLOSED ->
                then != DisputeState.INQUIRY_NEEDS_RESPONSE && then != DisputeState.INQUIRY_UNDER_REVIEW;
            case NEEDS_RESPONSE, UNDER_REVIEW -> !isInquiry(then);
            case PREVENTED -> then == DisputeState.PREVENTED;
            case WON, LOST, REOPENED ->
                then == DisputeState.WON || then == DisputeState.LOST || then == DisputeState.REOPENED;
        };
    }

    private static boolean mayBeTold(Event event, DisputeState was, DisputeState then) {
        return switch (event.kind()) {
            case OPENED -> was == null || was == then;
            case CLOSED ->
                then == DisputeState.INQUIRY_CLOSED
                        || then == DisputeState.PREVENTED
                        || then == DisputeState.WON
                        || then == DisputeState.LOST;
            case UPDATED, FUNDS_WITHDRAWN, FUNDS_REINSTATED -> true;
        };
    }
}
