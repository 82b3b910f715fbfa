package feewright.ledger;

import feewright.platform.FirmId;
import java.util.Collection;
import java.util.List;

/**
 * Port: the outbox of credit that arrived (requirement E10). A cursor: written with what let the credit arrive, and done with once
 * the open invoices of its client were looked at, in transactions of their own. Nobody waits for anybody here.
 */
public interface CreditArrivals {

    void add(FirmId firm, CreditArrival arrival);

    /** Those that were not done with, oldest first, at most {@code limit}. Not locked: to look twice does no harm. */
    List<CreditArrival> waiting(FirmId firm, int limit);

    /** They were looked at; nothing happens for those that are done with already. */
    void done(FirmId firm, Collection<CreditArrival> arrivals);
}
