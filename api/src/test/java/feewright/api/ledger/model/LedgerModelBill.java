package feewright.api.ledger.model;

import feewright.api.ledger.model.LedgerModel.Agreement;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** An invoice as the model knows it. Amounts in minor units. */
public final class LedgerModelBill {

    /** A line; of hours also the share of each entry, in their order. */
    public record Line(int number, String category, long amount, Map<UUID, Long> shares) {}

    public final UUID id;
    public final int number;
    public final Agreement agreement;
    public final List<Line> lines;
    public final LocalDate issued;
    /** Money that came in less what went out again. */
    long cash;
    /** Of each grant: what it pays, or below zero what it was given of the money. */
    public final Map<UUID, Long> credit = new HashMap<>();

    long credited;
    long writtenOff;
    boolean isVoid;
    public final Map<Integer, Long> creditedLines = new HashMap<>();
    public final Set<UUID> creditedTime = new HashSet<>();

    /** The grants that somebody took off it. */
    public final Set<UUID> takenOff = new HashSet<>();

    public LedgerModelBill(UUID id, int number, Agreement agreement, List<Line> lines, LocalDate issued) {
        this.id = id;
        this.number = number;
        this.agreement = agreement;
        this.lines = lines;
        this.issued = issued;
    }

    public LedgerModelBill copy() {
        LedgerModelBill copy = new LedgerModelBill(id, number, agreement, lines, issued);
        copy.cash = cash;
        copy.credit.putAll(credit);
        copy.credited = credited;
        copy.writtenOff = writtenOff;
        copy.isVoid = isVoid;
        copy.creditedLines.putAll(creditedLines);
        copy.creditedTime.addAll(creditedTime);
        copy.takenOff.addAll(takenOff);
        return copy;
    }

    public UUID client() {
        return agreement.client();
    }

    public String currency() {
        return agreement.currency();
    }

    public long total() {
        return lines.stream().mapToLong(Line::amount).sum();
    }

    public long owed() {
        long byCredit = credit.values().stream().mapToLong(Long::longValue).sum();
        return total() - credited - cash - byCredit - writtenOff;
    }

    /** Money that the firm holds for it. */
    public long received() {
        return cash
                + credit.values().stream()
                        .mapToLong(Long::longValue)
                        .filter(part -> part < 0)
                        .sum();
    }

    public Map<UUID, Long> drawn() {
        Map<UUID, Long> drawn = new TreeMap<>();
        credit.forEach((grant, part) -> {
            if (part > 0) {
                drawn.put(grant, part);
            }
        });
        return drawn;
    }

    public String settlement(LocalDate today) {
        if (isVoid) {
            return "VOID";
        }
        if (owed() == 0) {
            return writtenOff > 0 ? "WRITTEN_OFF" : "PAID";
        }
        if (issued.plusDays(LedgerModel.DUE_IN_DAYS).isBefore(today)) {
            return "OVERDUE";
        }
        return owed() < total() - credited - writtenOff ? "PART_PAID" : "OPEN";
    }

    public void tell(Map<String, String> books, LocalDate today) {
        books.put(
                "invoice " + id,
                "INV %d, total %d, received %d, credited %d, written off %d, drawn %s"
                        .formatted(number, total(), received(), credited, writtenOff, drawn()));
        books.put("owed " + id, currency() + " " + owed());
        books.put("settlement " + id, settlement(today));
        lines.forEach(line -> books.put(
                "line " + id + " " + line.number(),
                line.category() + " " + line.amount() + " " + line.shares().keySet()));
    }
}
