package feewright.jdbc.ledger;

import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.ledger.Account;
import feewright.platform.ConcurrentChange;
import feewright.platform.FirmId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Moves the balances of receivables and grants by what transfers add up to. Each by a statement of its own, sent at once: over an array,
 * every call would be planned anew, which costs more than the change.
 */
final class Balances {

    private final Statements statements;

    Balances(Statements statements) {
        this.statements = statements;
    }

    /** In the order of the ids, as every lock is. Fails with ConcurrentChange where a balance is not there. */
    void move(FirmId firm, List<TransferRow> transfers) {
        SortedMap<UUID, Long> receivables = new TreeMap<>();
        SortedMap<UUID, Long> grants = new TreeMap<>();
        for (TransferRow row : transfers) {
            add(receivables, row.invoice(), row.transfer().debit() instanceof Account.Receivable, row);
            add(grants, row.grant(), row.transfer().credit() instanceof Account.ClientCredit, row);
        }
        all(firm, receivables, """
            update receivable
            set owed_minor = owed_minor + :moved
            where firm_id = :firm and invoice_id = :id
            """);
        all(firm, grants, """
            update credit_balance
            set remaining_minor = remaining_minor + :moved
            where firm_id = :firm and grant_id = :id
            """);
    }

    private static void add(Map<UUID, Long> sums, @Nullable UUID id, boolean up, TransferRow row) {
        if (id != null) {
            long minor = row.transfer().amount().getAmountMinorLong();
            sums.merge(id, up ? minor : -minor, Math::addExact);
        }
    }

    private void all(FirmId firm, SortedMap<UUID, Long> sums, String change) {
        List<Parameters> moves = sums.entrySet().stream()
                .map(sum -> Parameters.of(firm).uuid("id", sum.getKey()).bigint("moved", sum.getValue()))
                .toList();
        if (statements.changeEach(change, moves) != sums.size()) {
            throw new ConcurrentChange("balance-changed");
        }
    }
}
