package feewright.invoice;

import org.joda.money.Money;

/**
 * Where the hours of a period, or of the engagement, stand: what they come to by time and rate, this invoice included, and what
 * earlier invoices made up to the minimum, or wrote down to the cap.
 */
public record HoursToDate(Money worth, Money before) {}
