package feewright.api.json;

/**
 * Which characters words may hold. Control characters and those that turn the direction of what stands beside them make a text look
 * like another one, on an invoice as in a list (https://www.unicode.org/reports/tr36/, bidirectional text spoofing).
 */
public final class Characters {

    private Characters() {}

    /** Whether the text can stand on one line and looks like what it says. */
    public static boolean areOneLine(String text) {
        return text.chars().noneMatch(Characters::deceives);
    }

    /** The same, in several lines and with tabs. */
    public static boolean areLines(String text) {
        return text.chars().noneMatch(unit -> deceives(unit) && unit != '\n' && unit != '\t');
    }

    private static boolean deceives(int unit) {
        return Character.isISOControl(unit)
                || (unit >= '\u202A' && unit <= '\u202E')
                || (unit >= '\u2066' && unit <= '\u2069');
    }
}
