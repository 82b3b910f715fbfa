package feewright.invoice;

import feewright.engagement.EngagementId;
import feewright.platform.ClientId;
import feewright.platform.CustomerText;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What somebody asks to have invoiced: of what, up to which day (null: today), with which charges by hand and which override. */
public record InvoiceRequest(
        Basis of,
        @Nullable LocalDate asOf,
        List<ManualCharge> charges,
        @Nullable Override override) {

    /** The most charges by hand on one invoice. */
    public static final int MOST_CHARGES = 100;

    public InvoiceRequest {
        charges = List.copyOf(charges);
        if (charges.size() > MOST_CHARGES) {
            throw new IllegalArgumentException("too many charges by hand");
        }
    }

    /** What is due under an engagement, by hand and without more. */
    public static InvoiceRequest dueOf(EngagementId engagement) {
        return new InvoiceRequest(new Basis.Engagement(engagement), null, List.of(), null);
    }

    /** What the invoice is of. */
    public sealed interface Basis {

        /** Names it, as the firing log does. */
        String ref();

        /** What is due under a signed engagement. */
        record Engagement(EngagementId engagement) implements Basis {
            @java.lang.Override
            public String ref() {
                return "engagement/" + engagement;
            }
        }

        /** No engagement: charges by hand to a client, which only an override can let pass (requirement I1). */
        record ClientOnly(ClientId client, CurrencyUnit currency, int dueInDays) implements Basis {
            @java.lang.Override
            public String ref() {
                return "client/" + client;
            }
        }
    }

    /** A charge that neither a period nor time justifies: an expense, or any other. The amount may be negative, to lower the invoice. */
    public record ManualCharge(Category category, CustomerText description, Money amount) {

        public ManualCharge {
            if (!category.isByHand()) {
                throw new IllegalArgumentException("no charge by hand: " + category);
            }
        }

        /** Of no category but that it is by hand. */
        public ManualCharge(CustomerText description, Money amount) {
            this(Category.MANUAL, description, amount);
        }
    }

    /** That the actor overrides, why, and what the client is told on the invoice. */
    public record Override(CustomerText reason, @Nullable CustomerText clientNote) {

        public Override(CustomerText reason) {
            this(reason, null);
        }

        boolean hasReason() {
            return !reason.text().isBlank();
        }
    }
}
