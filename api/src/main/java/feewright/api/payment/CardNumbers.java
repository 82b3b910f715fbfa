package feewright.api.payment;

import org.jspecify.annotations.Nullable;

/** Tells card numbers, which are never accepted (requirement A1): 12 to 19 digits whose last one checks the others (ISO/IEC 7812). */
final class CardNumbers {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 19;
    private static final int TEN = 10;

    private CardNumbers() {}

    static boolean isOne(@Nullable String text) {
        if (text == null) {
            return false;
        }
        String digits = text.replaceAll("[ .-]", "");
        return digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}") && checks(digits);
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int counted = place % 2 == 0 ? digit : 2 * digit;
            sum += counted / TEN + counted % TEN;
        }
        return sum % TEN == 0;
    }
}
