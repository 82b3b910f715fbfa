package feewright.report;

import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Port: sums over the transfers of a firm. */
public interface LedgerSums {

    /** By client and currency, those who owed anything at the end of the day; at most {@code limit}. */
    List<Ageing.Row> ageing(FirmId firm, LocalDate asOf, int limit);

    /** What transfers say was earned, by month, currency, category and pricing mode. */
    List<Revenue.Row> revenue(FirmId firm, RevenueFilter filter);

    /** What invoices, voids and credit notes say was earned, by currency and category. */
    List<Revenue.Documents> documents(FirmId firm, RevenueFilter filter);

    /** The days in the books; null means any client and any engagement. */
    record RevenueFilter(
            Days days, @Nullable ClientId client, @Nullable EngagementId engagement) {}
}
