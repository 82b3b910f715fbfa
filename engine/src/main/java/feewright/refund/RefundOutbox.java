package feewright.refund;

import feewright.platform.FirmId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: which refunds processors have to be asked about, and when. A cursor; taking one is a lease that ends by itself. */
public interface RefundOutbox {

    /** Has a refund fall due at an instant; null for never again. */
    void put(FirmId firm, RefundId refund, @Nullable Instant at);

    /** Takes what is due by an instant and nobody else takes now, what is due first at first: it falls due again at another. */
    List<RefundId> take(FirmId firm, Instant now, Instant again, int limit);
}
