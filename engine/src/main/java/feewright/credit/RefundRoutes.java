package feewright.credit;

import feewright.ledger.JournalEntry;
import feewright.platform.FirmId;
import feewright.rule.Decision;
import java.util.List;
import org.joda.money.Money;

/** Port: how processors can give back money that they brought (requirement L6), by a package that this one does not know. */
public interface RefundRoutes {

    /** A payment that a processor brought, and how much of it can go back through it: above zero. */
    record Route(JournalEntry payment, Money most) {}

    /** The ways for money that became credit by an entry, the newest payment first; none where no processor brought any of it. */
    List<Route> of(FirmId firm, JournalEntry origin);

    /** Has the processor of a payment give back what was just entered as paid out. */
    void ask(Route way, Decision decision, JournalEntry paidOut);
}
