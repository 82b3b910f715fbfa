package feewright.api.evidence;

/** What a pack may hold: a file, or that there is none of it. */
sealed interface Piece {

    String name();

    /** A file by its name, what it is, and its text. */
    record Kept(String name, String says, String text) implements Piece {}

    /** A file that the pack does not have, and why. */
    record Absent(String name, String why) implements Piece {}
}
