package feewright.firm;

import java.util.List;
import java.util.Optional;

/** Port: the firms of this installation. */
public interface Firms {

    void add(Firm firm);

    Optional<Firm> find(FirmId firm);

    /** The ids of all firms, in their order: the only question that is asked outside a transaction, before a firm is known. */
    List<FirmId> all();
}
