package feewright.api.money;

import feewright.api.json.MoneyJson;
import feewright.api.money.PaymentJson.NewAllocation;
import feewright.api.web.Fields;
import feewright.firm.ClientId;
import feewright.invoice.InvoiceId;
import feewright.payment.Instead;
import feewright.payment.SharePayment;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reversals of payments by hand as they are sent. */
final class PaymentReversalJson {

    private static final String ALLOCATIONS = "/instead/allocations";

    private PaymentReversalJson() {}

    /** The reason is read inside the firm only. */
    record NewPaymentReversal(
            @Nullable String reason, @Nullable NewInstead instead) {}

    /**
     * What is recorded instead, in the same act. What is left out is as it was: for the same invoice or client, of the same amount, by
     * the same method, on the same day, with the same reference. {@code allocations}: it is a deposit that pays these invoices at once,
     * or none; a deposit of the same client and amount pays the same ones where they are left out.
     */
    record NewInstead(
            @Nullable UUID invoiceId,
            @Nullable UUID clientId,
            @Nullable MoneyJson amount,
            @Nullable String method,
            @Nullable LocalDate receivedOn,
            @Nullable String reference,
            @Nullable Boolean duplicate,
            @Nullable List<NewAllocation> allocations) {

        Instead read(Fields fields) {
            if (invoiceId != null && clientId != null) {
                fields.fault("invoice-and-client", "/instead/client_id");
            }
            if (invoiceId != null && allocations != null) {
                fields.fault("invoice-and-allocations", ALLOCATIONS);
            }
            return new Instead(
                    invoiceId == null ? null : new InvoiceId(invoiceId),
                    clientId == null ? null : new ClientId(clientId),
                    new Instead.Told(
                            AmountJson.maybe(fields, amount, "/instead" + AmountJson.AMOUNT),
                            method == null ? null : PaymentJson.byHand(fields, method, "/instead/method"),
                            receivedOn,
                            PaymentJson.line(fields, reference, "/instead/reference")),
                    Boolean.TRUE.equals(duplicate));
        }

        /** With the allocations, of the amount that is told or was. */
        Instead allocating(Instead instead, Money was) {
            if (allocations == null) {
                return instead;
            }
            Fields fields = new Fields();
            Money whole = Objects.requireNonNullElse(instead.told().amount(), was);
            List<SharePayment.Part> parts = PaymentJson.parts(fields, allocations, whole, ALLOCATIONS);
            fields.check();
            return instead.allocating(parts);
        }
    }
}
