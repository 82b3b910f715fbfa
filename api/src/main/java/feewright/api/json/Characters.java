package feewright.api.json;

/**
 * Which characters words may hold: the one place where that is said. A text must look like what it is, on an invoice as in a list
 * (https://www.unicode.org/reports/tr36/). So there are no control characters, none that turn the direction of what stands beside
 * them, none that mean something to one program only, and on one line none that nobody sees.
 */
public final class Characters {

    private Characters() {}

    /** Whether the text can stand on one line and looks like what it says. */
    public static boolean areOneLine(String text) {
        return text.codePoints().noneMatch(point -> deceives(point) || breaksLine(point) || isUnseen(point));
    }

    /** The same, in several lines and with tabs. */
    public static boolean areLines(String text) {
        return text.codePoints().noneMatch(point -> deceives(point) && point != '\n' && point != '\t');
    }

    /** Whether there is anything to be seen in it. */
    public static boolean areVisible(String text) {
        return text.codePoints().anyMatch(point -> switch (Character.getType(point)) {
            case Character.UPPERCASE_LETTER,
                    Character.LOWERCASE_LETTER,
                    Character.TITLECASE_LETTER,
                    Character.MODIFIER_LETTER,
                    Character.OTHER_LETTER,
                    Character.DECIMAL_DIGIT_NUMBER,
                    Character.LETTER_NUMBER,
                    Character.OTHER_NUMBER,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.MATH_SYMBOL,
                    Character.CURRENCY_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> !isBlankLetter(point);
            default -> false;
        });
    }

    private static boolean deceives(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE -> true;
            default -> isNoCharacter(point) || turnsDirection(point);
        };
    }

    /** U+FFFE, U+FFFF and their likes in every plane, and U+FDD0 to U+FDEF: never to be characters. */
    private static boolean isNoCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    private static boolean turnsDirection(int point) {
        return point == 0x061C
                || point == 0x200E
                || point == 0x200F
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean breaksLine(int point) {
        return point == 0x2028 || point == 0x2029;
    }

    /** Formats that nobody sees, but for the joiners, which scripts and emoji need; and what is no character of this Unicode. */
    private static boolean isUnseen(int point) {
        return switch (Character.getType(point)) {
            case Character.UNASSIGNED -> true;
            case Character.FORMAT -> !isJoiner(point) && !isTagOfFlag(point) && !isSeenFormat(point);
            default -> isBlankLetter(point);
        };
    }

    private static boolean isJoiner(int point) {
        return point == 0x200C || point == 0x200D;
    }

    /** England's flag is a black one with tags behind it. */
    private static boolean isTagOfFlag(int point) {
        return point >= 0xE0020 && point <= 0xE007F;
    }

    /** Signs around numbers and verses, which are called formats and seen. */
    private static boolean isSeenFormat(int point) {
        return (point >= 0x0600 && point <= 0x0605)
                || point == 0x06DD
                || point == 0x070F
                || point == 0x0890
                || point == 0x0891
                || point == 0x08E2
                || point == 0x110BD
                || point == 0x110CD;
    }

    /** The fillers of Hangul and the empty cell of Braille: by their kind letters and a symbol, and blank all the same. */
    private static boolean isBlankLetter(int point) {
        return point == 0x115F || point == 0x1160 || point == 0x3164 || point == 0xFFA0 || point == 0x2800;
    }
}
