package feewright.api.invoice;

import feewright.api.problem.Problem;
import feewright.api.problem.ProblemCode;
import feewright.api.problem.ProblemException;
import feewright.api.web.Fields;
import feewright.invoice.InvoiceRequest.ManualCharge;
import java.util.List;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** What both kinds of invoice requests have checked alike. */
final class CheckedInvoiceRequest {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    private CheckedInvoiceRequest() {}

    static void check(Fields fields, @Nullable String fingerprint) {
        if (fingerprint != null && !FINGERPRINT.matcher(fingerprint).matches()) {
            fields.fault("fingerprint-unreadable", "/fingerprint");
        }
    }

    /** A preview has no fingerprint to go by: it makes one. */
    static void checkAbsent(@Nullable String fingerprint) {
        if (fingerprint != null) {
            throw new ProblemException(Problem.of(ProblemCode.INVALID_FIELDS)
                    .withErrors(List.of(new Problem.Fault("fingerprint-not-expected", "/fingerprint"))));
        }
    }

    static void checkCurrencies(List<ManualCharge> charges, CurrencyUnit currency) {
        Fields fields = new Fields();
        for (int i = 0; i < charges.size(); i++) {
            if (!charges.get(i).amount().getCurrencyUnit().equals(currency)) {
                fields.fault("currency-differs", "/charges/" + i + "/amount/currency");
            }
        }
        fields.check();
    }
}
