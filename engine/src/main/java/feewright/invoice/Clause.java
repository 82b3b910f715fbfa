package feewright.invoice;

/** A clause of the terms that a line rests on: its path within the terms, and what it says there, without content. */
public record Clause(String path, String says) {}
