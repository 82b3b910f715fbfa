package feewright.invoice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An invoice to be saved, and where the package of its engagement goes on (null: nowhere, or no package). */
public record Issuance(Invoice invoice, @Nullable LocalDate nextPackageStart) {}
