package feewright.api.credit;

import feewright.api.firm.Names;
import feewright.api.json.MoneyJson;
import feewright.api.ledger.JournalEntryView;
import feewright.credit.CreditNote;
import java.util.List;
import java.util.UUID;

/** A credit note: its journal entry, which has its number, sum and transfers, and what it takes off which lines. */
record CreditNoteView(JournalEntryView journalEntry, List<CreditedLineView> lines) {

    record CreditedLineView(int number, String category, MoneyJson amount, List<CreditedTimeView> timeEntries) {}

    record CreditedTimeView(UUID id, MoneyJson amount, boolean billableAgain) {}

    static CreditNoteView of(CreditNote note, Names.Known known) {
        return new CreditNoteView(
                JournalEntryView.of(note.entry(), known),
                note.lines().stream().map(CreditNoteView::line).toList());
    }

    private static CreditedLineView line(CreditNote.Line line) {
        return new CreditedLineView(
                line.number(),
                line.category().code(),
                MoneyJson.of(line.amount()),
                line.time().stream()
                        .map(time -> new CreditedTimeView(
                                time.entry().value(), MoneyJson.of(time.amount()), time.released()))
                        .toList());
    }
}
