package feewright.firm;

import java.util.regex.Pattern;

/** What a rate card prices when it does not name the person: {@code partner}, {@code senior-associate}. A code, not content. */
public record BillingRole(String code) {

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public BillingRole {
        if (!isCode(code)) {
            throw new IllegalArgumentException("not a billing role code");
        }
    }

    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return code;
    }
}
