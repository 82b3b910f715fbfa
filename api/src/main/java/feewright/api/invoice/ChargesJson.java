package feewright.api.invoice;

import feewright.api.json.MoneyJson;
import feewright.api.web.ClientNote;
import feewright.api.web.Fields;
import feewright.invoice.Category;
import feewright.invoice.InvoiceRequest;
import feewright.invoice.InvoiceRequest.ManualCharge;
import feewright.platform.CustomerText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Charges by hand, and the override that lets them pass, as they are sent. */
final class ChargesJson {

    private static final int LONGEST_DESCRIPTION = 1000;

    private ChargesJson() {}

    /** The category is {@code expense} or {@code manual}, which is also what it is where none is said. */
    record Charge(
            @Nullable String category,
            @Nullable String description,
            @Nullable MoneyJson amount) {}

    record Override(@Nullable String reason, @Nullable String clientNote) {}

    static List<ManualCharge> charges(Fields fields, @Nullable List<Charge> given) {
        List<Charge> charges = Objects.requireNonNullElse(given, List.of());
        if (charges.size() > InvoiceRequest.MOST_CHARGES) {
            fields.fault("charges-too-many", "/charges");
            return List.of();
        }
        List<ManualCharge> read = new ArrayList<>();
        for (int i = 0; i < charges.size(); i++) {
            Charge charge = charges.get(i);
            String pointer = "/charges/" + i;
            read.add(new ManualCharge(
                    category(fields, charge, pointer),
                    fields.words(charge.description(), LONGEST_DESCRIPTION, pointer + "/description"),
                    fields.amount(charge.amount(), pointer + "/amount")));
        }
        return read;
    }

    private static Category category(Fields fields, Charge charge, String pointer) {
        String code = charge.category() == null ? Category.MANUAL.code() : charge.category();
        return Arrays.stream(Category.values())
                .filter(category -> category.isByHand() && category.code().equals(code))
                .findFirst()
                .orElseGet(() -> {
                    fields.fault("category-unknown", pointer + "/category");
                    return Category.MANUAL;
                });
    }

    /** The reason may be blank: that an override needs one is for the rules to say. */
    static InvoiceRequest.@Nullable Override override(Fields fields, @Nullable Override given) {
        return given == null
                ? null
                : new InvoiceRequest.Override(
                        fields.maybeBlank(
                                fields.text(given.reason(), "/override/reason"),
                                CustomerText.LONGEST,
                                "/override/reason"),
                        ClientNote.of(fields, given.clientNote(), "/override/client_note"));
    }
}
