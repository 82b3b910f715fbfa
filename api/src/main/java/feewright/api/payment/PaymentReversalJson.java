package feewright.api.payment;

import feewright.api.json.MoneyJson;
import feewright.api.payment.PaymentJson.NewAllocation;
import feewright.api.web.AmountJson;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.payment.AllocatePayment;
import feewright.payment.ReplacementPayment;
import feewright.platform.ClientId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reversals of payments by hand as they are sent. */
final class PaymentReversalJson {

    private static final String ALLOCATIONS = "/replacement/allocations";

    private PaymentReversalJson() {}

    /** The reason is read inside the firm only. */
    record NewPaymentReversal(
            @Nullable String reason, @Nullable NewInstead replacement) {}

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
            @Nullable Boolean allowDuplicate,
            @Nullable List<NewAllocation> allocations) {

        ReplacementPayment read(Fields fields) {
            if (invoiceId != null && clientId != null) {
                fields.fault("invoice-and-client", "/replacement/client_id");
            }
            if (invoiceId != null && allocations != null) {
                fields.fault("invoice-and-allocations", ALLOCATIONS);
            }
            return new ReplacementPayment(
                    invoiceId == null ? null : new InvoiceId(invoiceId),
                    clientId == null ? null : new ClientId(clientId),
                    new ReplacementPayment.Details(
                            AmountJson.maybe(fields, amount, "/replacement" + AmountJson.AMOUNT),
                            method == null ? null : PaymentJson.byHand(fields, method, "/replacement/method"),
                            receivedOn,
                            PaymentJson.line(fields, reference, "/replacement/reference")),
                    Boolean.TRUE.equals(allowDuplicate));
        }

        /** With the allocations, of the amount that is told or was. */
        ReplacementPayment allocating(ReplacementPayment instead, Money was) {
            if (allocations == null) {
                return instead;
            }
            Fields fields = new Fields();
            Money whole = Objects.requireNonNullElse(instead.told().amount(), was);
            List<AllocatePayment.Part> parts = PaymentJson.parts(fields, allocations, whole, ALLOCATIONS);
            fields.check();
            return instead.allocating(parts);
        }
    }
}
