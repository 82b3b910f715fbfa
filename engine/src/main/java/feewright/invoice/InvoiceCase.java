package feewright.invoice;

import feewright.engagement.CreditApplicationMode;
import feewright.firm.Client;
import feewright.platform.Actor;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** All that one invoice is made from, gathered once. After this, nothing reads the database. */
public record InvoiceCase(
        Actor actor,
        Agreement agreement,
        Days days,
        List<InvoiceRequest.ManualCharge> charges,
        InvoiceRequest.@Nullable Override override) {

    public InvoiceCase {
        charges = List.copyOf(charges);
    }

    /** Under what the client is billed. */
    public sealed interface Agreement {

        /** Whether the client's credit pays for the invoice by itself. */
        CreditApplicationMode creditApplication();

        record Linked(BillingPosition position) implements Agreement {
            @Override
            public CreditApplicationMode creditApplication() {
                return position.engagement().terms().conditions().creditApplication();
            }
        }

        record Unlinked(Client client, CurrencyUnit currency, int dueInDays) implements Agreement {
            @Override
            public CreditApplicationMode creditApplication() {
                return CreditApplicationMode.MANUAL;
            }
        }
    }

    /** The day up to which is billed, and today, both in the zone of the terms (or of the firm, without terms). */
    public record Days(LocalDate asOf, LocalDate today) {

        /** The day that the invoice would bear: today, or a day in the future that is only previewed. */
        LocalDate issueDate() {
            return asOf.isAfter(today) ? asOf : today;
        }
    }
}
