package feewright.api.credit;

import feewright.api.json.MoneyJson;
import feewright.api.web.AmountJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.credit.CreditNoteRequest;
import feewright.credit.CreditNoteRequest.Item;
import feewright.invoice.InvoiceId;
import feewright.platform.CustomerText;
import feewright.time.TimeEntryId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A credit note that is asked for: what is taken off which lines, why, and what becomes of money that was paid for it. */
record CreditNoteJson(
        @Nullable List<CreditedLineJson> lines,
        @Nullable String excess,
        @Nullable String reason,
        @Nullable String clientNote) {

    private static final int MOST_LINES = 1000;
    private static final int MOST_ENTRIES = 10_000;

    /** Of a line, an amount (none: all that is left of it), or the shares of some of its time entries. */
    record CreditedLineJson(
            @Nullable Integer number,
            @Nullable MoneyJson amount,
            @Nullable List<UUID> timeEntries,
            @Nullable Boolean release) {}

    CreditNoteRequest request(InvoiceId invoice) {
        Fields fields = new Fields();
        List<Item> items = items(fields);
        CreditNoteRequest.Excess of = excess(fields);
        CustomerText why = AmountJson.reason(fields, reason);
        CustomerText note = ClientNote.of(fields, clientNote);
        fields.check();
        return new CreditNoteRequest(invoice, items, of, why, note, false);
    }

    private CreditNoteRequest.Excess excess(Fields fields) {
        return switch (fields.text(excess, "/excess")) {
            case "credit" -> CreditNoteRequest.Excess.CREDIT;
            case "refund" -> CreditNoteRequest.Excess.REFUND;
            case "refund_by_hand" -> CreditNoteRequest.Excess.REFUND_BY_HAND;
            default -> {
                if (excess != null) {
                    fields.fault("excess-unknown", "/excess");
                }
                yield CreditNoteRequest.Excess.CREDIT;
            }
        };
    }

    private List<Item> items(Fields fields) {
        List<CreditedLineJson> given = Objects.requireNonNullElse(lines, List.of());
        if (given.isEmpty()) {
            fields.fault("lines-missing", "/lines");
        }
        if (given.size() > MOST_LINES) {
            fields.fault("lines-too-many", "/lines");
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        for (int place = 0; place < given.size(); place++) {
            items.add(item(fields, given.get(place), "/lines/" + place));
        }
        return items;
    }

    private static Item item(Fields fields, CreditedLineJson line, String pointer) {
        int number = fields.number(line.number(), pointer + "/number");
        if (line.timeEntries() == null) {
            if (line.release() != null) {
                fields.fault("release-without-time-entries", pointer + "/release");
            }
            Money amount = AmountJson.maybe(fields, line.amount(), pointer + AmountJson.AMOUNT);
            return new Item.Amount(number, amount);
        }
        if (line.amount() != null) {
            fields.fault("amount-and-time-entries", pointer + AmountJson.AMOUNT);
        }
        if (line.timeEntries().isEmpty() || line.timeEntries().size() > MOST_ENTRIES) {
            fields.fault("time-entries-none-or-too-many", pointer + "/time_entries");
            return new Item.Amount(number, null);
        }
        List<TimeEntryId> entries =
                line.timeEntries().stream().map(TimeEntryId::new).toList();
        return new Item.Time(number, entries, Boolean.TRUE.equals(line.release()));
    }
}
