package feewright.report;

import feewright.platform.ClientId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;

/** A client's account over some days, a section for each currency: opening, every movement, closing. */
public record ClientStatement(ClientId client, Days days, List<Section> sections) {

    public ClientStatement {
        sections = List.copyOf(sections);
    }

    /** One currency. What it closes with is what it opened with and its movements. */
    public record Section(ClientBalance opening, List<AccountMovement> movements, ClientBalance closing) {

        public Section {
            movements = List.copyOf(movements);
            ClientBalance moved = opening;
            for (AccountMovement movement : movements) {
                moved = moved.after(movement);
            }
            if (!moved.equals(closing)) {
                throw new IllegalArgumentException("a statement closes with what it opened with and its movements");
            }
        }
    }

    /** Made backwards: of how the client stood at the end, taking back what moved. */
    static ClientStatement of(
            ClientAccounts.Query of, Collection<ClientBalance> closing, Collection<AccountMovement> movements) {
        Map<CurrencyUnit, List<AccountMovement>> moved = new LinkedHashMap<>();
        movements.forEach(movement -> moved.computeIfAbsent(movement.owed().getCurrencyUnit(), _ -> new ArrayList<>())
                .add(movement));
        Map<CurrencyUnit, ClientBalance> closings = new TreeMap<>(Comparator.comparing(CurrencyUnit::getCode));
        moved.keySet().forEach(currency -> closings.put(currency, ClientBalance.zero(currency)));
        closing.stream()
                .filter(standing -> !standing.isZero())
                .forEach(standing -> closings.put(standing.currency(), standing));
        CurrencyUnit asked = of.currency();
        if (asked != null) {
            closings.putIfAbsent(asked, ClientBalance.zero(asked));
        }
        List<Section> sections = new ArrayList<>();
        closings.forEach((currency, end) -> sections.add(section(end, moved.getOrDefault(currency, List.of()))));
        return new ClientStatement(of.client(), of.days(), sections);
    }

    private static Section section(ClientBalance closing, List<AccountMovement> movements) {
        ClientBalance opening = closing;
        for (AccountMovement movement : movements) {
            opening = opening.before(movement);
        }
        return new Section(opening, movements, closing);
    }
}
