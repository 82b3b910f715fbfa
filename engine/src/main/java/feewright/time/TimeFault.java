package feewright.time;

/** One thing wrong with logged time: a stable code, and a JSON pointer to the field. */
public record TimeFault(String code, String pointer) {}
