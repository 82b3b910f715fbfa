package feewright.api.money;

import feewright.api.json.MoneyJson;
import feewright.api.web.Fields;
import feewright.firm.ClientId;
import feewright.invoice.InvoiceId;
import feewright.payment.Instead;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reversals of payments by hand as they are sent. */
final class PaymentReversalJson {

    private PaymentReversalJson() {}

    /** The reason is read inside the firm only. */
    record NewPaymentReversal(
            @Nullable String reason, @Nullable NewInstead instead) {}

    /**
     * What is recorded instead, in the same act. What is left out is as it was: for the same invoice or client, of the same amount, by
     * the same method, on the same day, with the same reference.
     */
    record NewInstead(
            @Nullable UUID invoiceId,
            @Nullable UUID clientId,
            @Nullable MoneyJson amount,
            @Nullable String method,
            @Nullable LocalDate receivedOn,
            @Nullable String reference,
            @Nullable Boolean duplicate) {

        Instead read(Fields fields) {
            if (invoiceId != null && clientId != null) {
                fields.fault("invoice-and-client", "/instead/client_id");
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
    }
}
