package feewright.engagement;

import java.time.LocalDate;

/** That one signed engagement takes over from another of the same client. The first of a chain has version 1. */
public record Succession(EngagementId renews, EngagementId successor, int version, LocalDate handedOverOn) {}
