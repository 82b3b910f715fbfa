package feewright.engagement;

/** One thing wrong with offered terms: a stable code, and a JSON pointer to the field within the terms. */
public record TermsFault(String code, String pointer) {}
