package feewright.platform;

/** Customer content: a name, a description, a reason in words. Prints as a mask, so that no log or message can carry it. */
public record CustomerText(String text) {

    /** The longest content, in UTF-16 units. */
    public static final int LONGEST = 4000;

    public CustomerText {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("content is longer than " + LONGEST);
        }
    }

    @Override
    public String toString() {
        return "[content]";
    }
}
