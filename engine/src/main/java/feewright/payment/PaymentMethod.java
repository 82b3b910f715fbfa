package feewright.payment;

import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a client pays with: a reference that a processor gave out, and what may be shown of it (requirement A1). Never a number that
 * could be charged by itself. A fact: it is removed by another.
 */
public record PaymentMethod(PaymentMethodId id, Parties of, Reference reference, Display shown, Created added) {

    /** Whose it is. */
    public record Parties(FirmId firm, ClientId client) {}

    /** The processor's names of it: its code, its customer and its payment method. */
    public record Reference(String processor, String customer, String method) {}

    /** What it looks like: kind ({@code card}, {@code us_bank_account}), brand, last four digits, last month, mandate. */
    public record Display(
            String kind,
            @Nullable String brand,
            @Nullable String lastFour,
            @Nullable YearMonth expires,
            @Nullable String mandate) {}

    /** Who added it, and when. */
    public record Created(PersonId by, Instant at) {}
}
