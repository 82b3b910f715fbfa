package feewright.api.payment;

import feewright.api.json.MoneyJson;
import feewright.api.web.AmountJson;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceId;
import feewright.ledger.EntryCause;
import feewright.payment.AllocatePayment;
import feewright.payment.MoneyIn;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payments by hand as they are sent. */
final class PaymentJson {

    private static final int LONGEST_REFERENCE = 1000;
    private static final int MOST_PARTS = 1000;
    private static final String ALLOCATIONS = "/allocations";
    private static final String NONE_OR_TOO_MANY = "allocations-none-or-too-many";

    private PaymentJson() {}

    /**
     * {@code received_on} is today where it is left out. {@code duplicate}: it is recorded although a payment of the same amount, day
     * and reference is there.
     */
    record NewPayment(
            @Nullable MoneyJson amount,
            @Nullable String method,
            @Nullable LocalDate receivedOn,
            @Nullable String reference,
            @Nullable Boolean allowDuplicate) {

        MoneyIn.Received read(Fields fields, LocalDate today) {
            Money money = AmountJson.above(fields, amount, AmountJson.AMOUNT);
            EntryCause.Method how = byHand(fields, fields.text(method, "/method"), "/method");
            return new MoneyIn.Received(
                    money,
                    how,
                    receivedOn == null ? today : receivedOn,
                    line(fields, reference, "/reference"),
                    Boolean.TRUE.equals(allowDuplicate));
        }
    }

    /** With {@code allocations}, it pays these invoices at once, each its amount; the rest, or all, is credit of the client. */
    record NewClientPayment(
            @Nullable MoneyJson amount,
            @Nullable String method,
            @Nullable LocalDate receivedOn,
            @Nullable String reference,
            @Nullable Boolean allowDuplicate,
            @Nullable List<NewAllocation> allocations) {

        MoneyIn.Received read(Fields fields, LocalDate today) {
            return new NewPayment(amount, method, receivedOn, reference, allowDuplicate).read(fields, today);
        }

        List<AllocatePayment.Part> parts(Fields fields, Money whole) {
            if (allocations != null && allocations.isEmpty()) {
                fields.fault(NONE_OR_TOO_MANY, ALLOCATIONS);
            }
            return PaymentJson.parts(fields, allocations == null ? List.of() : allocations, whole, ALLOCATIONS);
        }
    }

    /** What each invoice gets of the whole. */
    static List<AllocatePayment.Part> parts(Fields fields, List<NewAllocation> allocations, Money whole, String at) {
        if (allocations.size() > MOST_PARTS) {
            fields.fault(NONE_OR_TOO_MANY, at);
            return List.of();
        }
        List<AllocatePayment.Part> parts = new ArrayList<>();
        Set<InvoiceId> named = new HashSet<>();
        Money left = whole;
        for (int place = 0; place < allocations.size(); place++) {
            String pointer = at + "/" + place;
            AllocatePayment.Part part = allocations.get(place).read(fields, pointer);
            if (!named.add(part.invoice())) {
                fields.fault("invoice-named-twice", pointer + "/invoice_id");
            }
            if (!part.amount().getCurrencyUnit().equals(whole.getCurrencyUnit())) {
                fields.fault("currency-differs", pointer + "/amount/currency");
            } else {
                left = left.minus(part.amount());
            }
            parts.add(part);
        }
        if (left.isNegative()) {
            fields.fault("allocations-exceed-amount", at);
        }
        return parts;
    }

    /** What one of the invoices gets. */
    record NewAllocation(@Nullable UUID invoiceId, @Nullable MoneyJson amount) {

        AllocatePayment.Part read(Fields fields, String pointer) {
            return new AllocatePayment.Part(
                    new InvoiceId(fields.id(invoiceId, pointer + "/invoice_id")),
                    AmountJson.above(fields, amount, pointer + AmountJson.AMOUNT));
        }
    }

    static EntryCause.Method byHand(Fields fields, String code, String pointer) {
        Optional<EntryCause.Method> method = Arrays.stream(EntryCause.Method.values())
                .filter(EntryCause.Method::isByHand)
                .filter(known -> known.code().equals(code))
                .findFirst();
        if (!code.isEmpty() && method.isEmpty()) {
            fields.fault("method-unknown", pointer);
        }
        return method.orElse(EntryCause.Method.OTHER);
    }

    static @Nullable CustomerText line(Fields fields, @Nullable String sent, String pointer) {
        return sent == null ? null : fields.line(sent, LONGEST_REFERENCE, pointer);
    }
}
