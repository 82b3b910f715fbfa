package feewright.api.privacy;

import feewright.api.json.MoneyJson;
import feewright.firm.Firm;
import feewright.report.FirmFigures;
import java.util.List;
import java.util.UUID;

/** A firm as the operator of the installation sees it: its name, which is public within the platform, and figures. */
record PlatformFirmView(
        UUID id,
        String name,
        boolean test,
        long clients,
        long engagements,
        long billingFailures,
        long openDisputes,
        List<CurrencyView> currencies) {

    /** Of one currency: invoices by how they stand, and what was issued (and not voided), is owed, and is left as credit. */
    record CurrencyView(
            String currency,
            long openInvoices,
            long overdueInvoices,
            long nothingOwedInvoices,
            long voidInvoices,
            MoneyJson invoiced,
            MoneyJson owed,
            MoneyJson credit) {

        static CurrencyView of(FirmFigures.InCurrency in) {
            return new CurrencyView(
                    in.owed().getCurrencyUnit().getCode(),
                    in.invoices().open(),
                    in.invoices().overdue(),
                    in.invoices().settled(),
                    in.invoices().voided(),
                    MoneyJson.of(in.invoiced()),
                    MoneyJson.of(in.owed()),
                    MoneyJson.of(in.credit()));
        }
    }

    static PlatformFirmView of(Firm firm, FirmFigures figures) {
        FirmFigures.Counts counts = figures.counts();
        return new PlatformFirmView(
                firm.id().value(),
                firm.name(),
                firm.test(),
                counts.clients(),
                counts.engagements(),
                counts.setAside(),
                counts.openDisputes(),
                figures.currencies().stream().map(CurrencyView::of).toList());
    }
}
