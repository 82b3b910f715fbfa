package feewright.firm;

import feewright.platform.FirmId;
import java.util.List;
import java.util.Optional;

/** Port: the firms of this installation. */
public interface Firms {

    void add(Firm firm);

    Optional<Firm> find(FirmId firm);

    /** The clock of a test firm; empty before it was first moved, and for a live firm. */
    Optional<TestClock> clock(FirmId firm);

    /** Keeps the clock of a test firm. It never goes back: an earlier one than is kept changes nothing. */
    void keepClock(FirmId firm, TestClock clock);

    /** The ids of all firms, in their order: the only question that is asked outside a transaction, before a firm is known. */
    List<FirmId> all();
}
