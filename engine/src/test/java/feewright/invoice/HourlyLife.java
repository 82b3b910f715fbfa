package feewright.invoice;

import feewright.amendment.AmendmentTexts;
import feewright.amendment.BilledInAdvance;
import feewright.amendment.EndEngagement;
import feewright.amendment.PauseEngagement;
import feewright.credit.CreditNoteRequest.Excess;
import feewright.credit.CreditNoteRequest.Item;
import feewright.engagement.CatchUp;
import feewright.engagement.EndingReason;
import feewright.engagement.SignedEngagement;
import feewright.engagement.TermsInput;
import feewright.engagement.TermsInput.AdjustmentsOffer;
import feewright.engagement.TermsInput.CapOffer;
import feewright.engagement.TermsInput.IncludedOffer;
import feewright.engagement.TermsInput.MinimumOffer;
import feewright.fixture.Cashier;
import feewright.fixture.MemoryPorts;
import feewright.fixture.Offers;
import feewright.fixture.Office;
import feewright.fixture.PermissiveRulebook;
import feewright.ledger.Account;
import feewright.platform.CustomerText;
import feewright.run.RunItem;
import feewright.run.RunRequest;
import feewright.time.EntryVersion;
import feewright.time.TimeEntryId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A random life of an engagement with adjusted hours, at a dollar a minute: time comes late and is rejected, is billed by hand or by
 * runs, voided and released; the engagement pauses, is resumed and ends; periods are skipped and fees credited. {@link HourlyCount}
 * hears what happened, and nothing else.
 */
final class HourlyLife {

    private static final CustomerText REASON = new CustomerText("Reason");
    private static final LocalDate LAST = LocalDate.of(2026, 8, 1);

    private final Random random;
    private final Office office = Office.open(MemoryPorts.empty(), new PermissiveRulebook());
    private final Cashier cashier = new Cashier(office);
    private final HourlyCount.Agreed agreed;
    private final boolean stops;
    private final boolean skips;
    private final HourlyCount count;
    private final SignedEngagement engagement;
    private final List<EntryVersion> open = new ArrayList<>();
    private final Map<TimeEntryId, HourlyCount.Worked> worked = new HashMap<>();
    private final Map<TimeEntryId, EntryVersion> versions = new HashMap<>();
    private final List<Invoice> standing = new ArrayList<>();
    private final Set<InvoiceId> credited = new HashSet<>();
    private final Set<InvoiceId> known = new HashSet<>();
    private final Map<InvoiceId, Set<TimeEntryId>> released = new HashMap<>();
    private final StringBuilder story = new StringBuilder();
    private LocalDate today = Offers.START;
    private @Nullable LocalDate pausedFrom;

    HourlyLife(long seed) {
        random = new Random(seed);
        boolean capped = random.nextBoolean();
        agreed = new HourlyCount.Agreed(
                random.nextInt(3) == 0 ? 0 : 60 + 60 * random.nextInt(3),
                random.nextInt(3) == 0 ? 0 : 40 + 50 * random.nextInt(4),
                capped ? 300 + 100 * random.nextInt(4) : 0,
                random.nextBoolean(),
                random.nextBoolean() ? 62 + 31 * random.nextInt(5) : 0);
        stops = random.nextInt(3) == 0;
        skips = !(capped && stops) && random.nextInt(3) == 0;
        count = new HourlyCount(agreed);
        engagement = office.signed(terms());
        story.append(agreed).append(stops ? " stops" : "").append(skips ? " skips" : "");
    }

    private TermsInput terms() {
        String span = agreed.ofEngagement() ? "engagement" : "period";
        TermsInput offer = Offers.adjusted(
                Offers.mixed("310.00", "60.00"),
                new AdjustmentsOffer(
                        agreed.included() == 0 ? null : new IncludedOffer(agreed.included(), agreed.rollover(), null),
                        agreed.cap() == 0
                                ? null
                                : new CapOffer(Offers.usd(agreed.cap() + ".00"), span, stops ? "stop" : "write_down"),
                        agreed.minimum() == 0 ? null : new MinimumOffer(Offers.usd(agreed.minimum() + ".00"), null)));
        return skips ? Offers.automatic(offer, CatchUp.BILL_CURRENT_ONLY) : offer;
    }

    /** Lives it to its end; what the client owes for hours is then what was counted. */
    HourlyLife lived() {
        while (today.isBefore(LAST)) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> work();
                case 3, 4 -> bill();
                case 5 -> voidOne();
                case 6 -> release();
                case 7 -> rejectOne();
                case 8 -> pauseOrResume();
                default -> creditFee();
            }
            today = today.plusDays(random.nextInt(16));
        }
        finish();
        return this;
    }

    String story() {
        return story.toString();
    }

    /**
     * In dollars: of all invoices, less what was voided and credited of their hours. What would bring the last invoice below zero is for
     * a person: the rules refuse that.
     */
    Money owed() {
        return standing.stream()
                .map(invoice -> cashier.account(invoice.id())
                        .against()
                        .getOrDefault(new Account.Revenue(Category.HOURLY), Cashier.usd("0.00")))
                .reduce(leftToAPerson(), Money::plus);
    }

    private Money leftToAPerson() {
        return office.engine.previewInvoice().preview(office.admin, due(), noon(today))
                        instanceof PreviewInvoice.Outcome.Previewed previewed
                ? previewed.assessment().proposed().totals().total()
                : Cashier.usd("0.00");
    }

    private InvoiceRequest due() {
        return new InvoiceRequest(new InvoiceRequest.Basis.Engagement(engagement.id()), today, List.of(), null);
    }

    Money counted() {
        return Cashier.usd(count.owed() + ".00");
    }

    /** Whether an invoice, or what is left of its hours, came to less than nothing. */
    boolean isEverNegative() {
        return standing.stream()
                .anyMatch(invoice -> cashier.account(invoice.id()).owed().isNegative()
                        || invoice.head().totals().total().isNegative());
    }

    private void work() {
        LocalDate latest = pausedFrom == null ? today : pausedFrom.minusDays(1);
        if (latest.isBefore(Offers.START)) {
            return;
        }
        LocalDate day = Offers.START.plusDays(
                random.nextInt(1 + (int) Offers.START.datesUntil(latest).count()));
        if (isPaused(day)) {
            return;
        }
        int minutes = 6 * (1 + random.nextInt(30));
        if (workedOn(day) + minutes > 24 * 60) {
            return;
        }
        EntryVersion entry = office.approvedAt(engagement, day, minutes, noon(LAST));
        open.add(entry);
        versions.put(entry.entry(), entry);
        worked.put(entry.entry(), new HourlyCount.Worked(entry.entry(), day, minutes));
        say("work %d on %s", minutes, day);
    }

    private int workedOn(LocalDate day) {
        return worked.values().stream()
                .filter(work -> work.day().equals(day))
                .mapToInt(HourlyCount.Worked::minutes)
                .sum();
    }

    private boolean isPaused(LocalDate day) {
        return course().inEffect().term().isPausedOn(day);
    }

    private SignedEngagement course() {
        return office.ports
                .transactions()
                .reading(office.admin, () -> office.ports.billingPositions().read(office.firm, engagement.id()))
                .orElseThrow()
                .engagement();
    }

    private void bill() {
        say("bill");
        if (skips && today.isBefore(LAST)) {
            RunRequest request = new RunRequest(engagement.id(), today, false, true);
            office.items(office.ran(request, noon(today))).stream()
                    .filter(item -> item.outcome() == RunItem.Outcome.SKIPPED)
                    .forEach(item -> count.grantsNothing(item.billing()));
            office
                    .ports
                    .transactions()
                    .reading(
                            office.admin,
                            () -> office.ports
                                    .invoices()
                                    .page(
                                            office.firm,
                                            new Invoices.InvoiceFilter(null, null, engagement.id(), null, null),
                                            1_000))
                    .reversed()
                    .stream()
                    .filter(head -> !known.contains(head.id()))
                    .forEach(head -> issued(office.ports
                            .transactions()
                            .reading(office.admin, () -> office.ports.invoices().find(office.firm, head.id()))
                            .orElseThrow()));
            return;
        }
        while (true) {
            InvoiceRequest request = due();
            if (stops && isBeyondCap(request)) {
                rejectOne();
                continue;
            }
            if (!(office.engine.issueInvoice().issue(office.admin, request, null, noon(today))
                    instanceof IssueInvoice.Outcome.Issued issued)) {
                return;
            }
            issued(issued.invoice());
        }
    }

    private boolean isBeyondCap(InvoiceRequest request) {
        return office.engine.previewInvoice().preview(office.admin, request, noon(today))
                        instanceof PreviewInvoice.Outcome.Previewed previewed
                && previewed.assessment().proposed().beyondCap() != null;
    }

    private void issued(Invoice invoice) {
        known.add(invoice.id());
        standing.add(invoice);
        List<TimeEntryId> entries = entries(invoice);
        open.removeIf(entry -> entries.contains(entry.entry()));
        count.billed(entries.stream().map(worked::get).toList());
        say("issued %s", invoice.lines().stream().map(InvoiceLine::amount).toList());
    }

    private static List<TimeEntryId> entries(Invoice invoice) {
        return invoice.lines().stream()
                .filter(InvoiceLine.Hourly.class::isInstance)
                .flatMap(line -> ((InvoiceLine.Hourly) line).items().stream())
                .map(item -> item.version().entry())
                .toList();
    }

    private void voidOne() {
        any(standing.stream()
                        .filter(invoice -> !credited.contains(invoice.id()))
                        .toList())
                .forEach(invoice -> {
                    say("void %s", invoice.head().number());
                    cashier.voided(invoice, noon(today));
                    standing.remove(invoice);
                    count.givenBack(entries(invoice));
                    entries(invoice).forEach(entry -> open.add(versions.get(entry)));
                });
    }

    private void release() {
        any(standing)
                .forEach(invoice -> invoice.lines().stream()
                        .filter(InvoiceLine.Hourly.class::isInstance)
                        .map(InvoiceLine.Hourly.class::cast)
                        .limit(1 + random.nextInt(2))
                        .forEach(line -> releaseOf(invoice, line)));
    }

    private void releaseOf(Invoice invoice, InvoiceLine.Hourly line) {
        Set<TimeEntryId> before = released.computeIfAbsent(invoice.id(), _ -> new HashSet<>());
        List<TimeEntryId> entries = line.items().stream()
                .map(item -> item.version().entry())
                .filter(entry -> !before.contains(entry) && random.nextInt(3) > 0)
                .toList();
        if (!entries.isEmpty()) {
            say("release %d of %s", entries.size(), invoice.head().number());
            cashier.credited(invoice, Excess.CREDIT, new Item.Time(line.number(), entries, true));
            credited.add(invoice.id());
            before.addAll(entries);
            count.givenBack(entries);
            entries.forEach(entry -> open.add(versions.get(entry)));
        }
    }

    private void rejectOne() {
        any(open).forEach(entry -> {
            say("reject %d", worked.get(entry.entry()).minutes());
            office.engine.reviewTime().reject(office.admin, REASON, List.of(entry), noon(LAST));
            open.remove(entry);
        });
    }

    /** With everything billed, so that nothing that a void gave back is paused; and after all work, which no pause may hold. */
    private void pauseOrResume() {
        bill();
        LocalDate paused = pausedFrom;
        if (paused != null && today.isAfter(paused)) {
            office.engine.resumeEngagement().resume(office.admin, engagement.id(), today, noon(LAST));
            count.resumedOn(today);
            pausedFrom = null;
            say("resumed on %s", today);
        } else if (paused == null && agreed.included() > 0) {
            LocalDate from = worked.values().stream()
                    .map(work -> work.day().plusDays(1))
                    .filter(today::isBefore)
                    .max(LocalDate::compareTo)
                    .orElse(today);
            PauseEngagement.Outcome outcome = office.engine
                    .pauseEngagement()
                    .pause(
                            office.admin,
                            new PauseEngagement.Request(
                                    engagement.id(), from, AmendmentTexts.NONE, BilledInAdvance.CREDIT),
                            noon(LAST));
            if (outcome instanceof PauseEngagement.Outcome.Paused) {
                credited.addAll(known);
                pausedFrom = from;
                count.pausedFrom(from);
                say("paused from %s", from);
            }
        }
    }

    private void creditFee() {
        any(standing.stream()
                        .filter(invoice -> !credited.contains(invoice.id())
                                && invoice.lines().getFirst() instanceof InvoiceLine.Packaged)
                        .toList())
                .forEach(invoice -> {
                    say("credit the fee of %s", invoice.head().number());
                    cashier.credited(invoice, Excess.CREDIT, new Item.Amount(1, null));
                    credited.add(invoice.id());
                    count.grantsNothing(((InvoiceLine.Packaged) invoice.lines().getFirst())
                            .period()
                            .start());
                });
    }

    /** Resumed, ended and billed to the end. */
    private void finish() {
        today = LAST.plusDays(random.nextInt(20));
        if (pausedFrom != null) {
            pauseOrResume();
        }
        bill();
        EndEngagement.Request request = new EndEngagement.Request(
                engagement.id(), today, EndingReason.BY_CLIENT, AmendmentTexts.NONE, BilledInAdvance.CREDIT);
        say("ended on %s", today);
        office.engine.endEngagement().end(office.admin, request, noon(today));
        count.endedOn(today);
        bill();
    }

    private <T> List<T> any(List<T> of) {
        return of.isEmpty() ? List.of() : List.of(of.get(random.nextInt(of.size())));
    }

    private void say(String format, Object... what) {
        story.append("\n").append(today).append(": ").append(format.formatted(what));
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(ZoneId.of("America/New_York")).toInstant();
    }
}
