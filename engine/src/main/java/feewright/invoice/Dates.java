package feewright.invoice;

import java.time.LocalDate;

/**
 * The dates of an invoice: the day whose dues it bills, the day it bears, and the day by which it is to be paid.
 */
public record Dates(LocalDate billing, LocalDate issue, LocalDate due) {}
