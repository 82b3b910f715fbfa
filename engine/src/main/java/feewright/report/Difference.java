package feewright.report;

/** Something that is not as it follows from the facts: what kind of thing, which one, what was expected and what is there. */
public record Difference(String subject, String id, String expected, String found) {}
