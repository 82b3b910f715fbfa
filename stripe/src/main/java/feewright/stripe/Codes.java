package feewright.stripe;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets codes of Stripe pass, and nothing that could be words (requirement T3). */
final class Codes {

    private static final Pattern CODE = Pattern.compile("[a-z0-9_]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,100}");
    private static final Pattern ID = Pattern.compile("[a-z]+_[A-Za-z0-9_]{1,250}");

    private Codes() {}

    static @Nullable String code(@Nullable String said) {
        return said != null && CODE.matcher(said).matches() ? said : null;
    }

    static String code(@Nullable String said, String otherwise) {
        String code = code(said);
        return code == null ? otherwise : code;
    }

    /** The kind of an object, {@code payment_intent}, {@code radar.early_fraud_warning}. */
    static @Nullable String objectType(@Nullable String said) {
        return said != null && TYPE.matcher(said).matches() ? said : null;
    }

    /** An id as Stripe gives them, {@code pi_…}. A card number is none. */
    static @Nullable String id(@Nullable String said) {
        return said != null && ID.matcher(said).matches() ? said : null;
    }
}
