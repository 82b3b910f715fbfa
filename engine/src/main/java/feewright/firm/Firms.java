package feewright.firm;

import java.util.Optional;

/** Port: the firms of this installation. */
public interface Firms {

    void add(Firm firm);

    Optional<Firm> find(FirmId firm);
}
