package feewright.report;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Port: how a client stood, and what moved. Costs what was booked since the day asked for, and nothing for what was before it. */
public interface ClientAccounts {

    /** Whose account, over which days, in which currency (null: every one). */
    record Query(ClientId client, Days days, @Nullable CurrencyUnit currency) {}

    /**
     * How the client stood at the beginning of a day, one for each currency; those in which it has nothing now and nothing was moved
     * since are left out.
     */
    List<ClientBalance> standing(FirmId firm, Query of, LocalDate day);

    /** What moved, in the order of days, then of recording; at most {@code limit}. */
    List<AccountMovement> movements(FirmId firm, Query of, int limit);
}
