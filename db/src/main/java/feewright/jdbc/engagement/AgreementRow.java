package feewright.jdbc.engagement;

import feewright.engagement.Anchor;
import feewright.engagement.Cadence;
import feewright.engagement.CatchUp;
import feewright.engagement.CreditApplicationMode;
import feewright.engagement.DraftEngagement;
import feewright.engagement.Engagement;
import feewright.engagement.EngagementId;
import feewright.engagement.HourlyTerms;
import feewright.engagement.Increment;
import feewright.engagement.PackageTerms;
import feewright.engagement.Pricing;
import feewright.engagement.PricingMode;
import feewright.engagement.Proration;
import feewright.engagement.Rate;
import feewright.engagement.RateCard;
import feewright.engagement.RateScope;
import feewright.engagement.Signature;
import feewright.engagement.SignedEngagement;
import feewright.engagement.Term;
import feewright.engagement.Terms;
import feewright.engagement.TermsId;
import feewright.engagement.Timing;
import feewright.firm.BillingRole;
import feewright.jdbc.sql.Row;
import feewright.money.HourlyRate;
import feewright.platform.ClientId;
import feewright.platform.FirmId;
import feewright.platform.PersonId;
import java.sql.Date;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A row of the view agreement: a draft while it has a revision, signed otherwise. */
public final class AgreementRow {

    private AgreementRow() {}

    static Engagement read(FirmId firm, Row row) throws SQLException {
        return row.maybeInteger("revision") == null ? signed(firm, row) : draft(firm, row);
    }

    public static SignedEngagement signed(FirmId firm, Row row) throws SQLException {
        Signature signature = new Signature(
                row.constant(Signature.Method.class, "signing_method"),
                row.text("document_hash"),
                row.instant("signed_at"),
                new PersonId(row.uuid("recorded_by")),
                row.instant("recorded_at"));
        return new SignedEngagement(firm, engagement(row), client(row), terms(row), signature, AmendmentRow.read(row));
    }

    private static DraftEngagement draft(FirmId firm, Row row) throws SQLException {
        return new DraftEngagement(firm, engagement(row), client(row), terms(row), row.integer("revision"));
    }

    private static EngagementId engagement(Row row) throws SQLException {
        return new EngagementId(row.uuid("engagement_id"));
    }

    private static ClientId client(Row row) throws SQLException {
        return new ClientId(row.uuid("client_id"));
    }

    private static Terms terms(Row row) throws SQLException {
        Terms.Conditions conditions = new Terms.Conditions(
                row.integer("due_in_days"),
                ZoneId.of(row.text("zone")),
                row.flag("client_approval"),
                row.flag("auto_issue"),
                row.constant(CatchUp.class, "catch_up"),
                row.constant(CreditApplicationMode.class, "credit_application"));
        CurrencyUnit currency = row.currency("currency");
        return new Terms(
                new TermsId(row.uuid("terms_id")),
                currency,
                new Term(row.date("starts_on"), row.maybeDate("ends_on")),
                pricing(row, currency),
                conditions);
    }

    private static Pricing pricing(Row row, CurrencyUnit currency) throws SQLException {
        return switch (row.constant(PricingMode.class, "pricing_mode")) {
            case PACKAGE -> new Pricing.Packaged(packaged(row, currency));
            case HOURLY -> new Pricing.Hourly(hourly(row, currency));
            case MIXED -> new Pricing.Mixed(packaged(row, currency), hourly(row, currency));
        };
    }

    private static PackageTerms packaged(Row row, CurrencyUnit currency) throws SQLException {
        return new PackageTerms(
                row.money("fee_minor", currency),
                row.constant(Cadence.class, "package_cadence"),
                row.constant(Timing.class, "package_timing"),
                row.constant(Anchor.class, "package_anchor"),
                row.constant(Proration.class, "package_proration"));
    }

    private static HourlyTerms hourly(Row row, CurrencyUnit currency) throws SQLException {
        return new HourlyTerms(
                row.constant(Cadence.class, "hourly_cadence"),
                row.constant(Anchor.class, "hourly_anchor"),
                new RateCard(rates(row, currency)),
                new Increment(
                        row.integer("increment_minutes"), row.constant(Increment.Rounding.class, "increment_rounding")),
                AdjustmentsRow.read(row, currency));
    }

    private static List<Rate> rates(Row row, CurrencyUnit currency) throws SQLException {
        List<@Nullable UUID> persons = row.elements("rate_persons", UUID[].class);
        List<@Nullable String> roles = row.elements("rate_roles", String[].class);
        List<@Nullable Long> minors = row.elements("rate_minors", Long[].class);
        List<@Nullable Date> froms = row.elements("rate_froms", Date[].class);
        List<Rate> rates = new ArrayList<>();
        for (int place = 0; place < minors.size(); place++) {
            rates.add(new Rate(
                    scope(persons.get(place), roles.get(place)),
                    new HourlyRate(Money.ofMinor(currency, Objects.requireNonNull(minors.get(place)))),
                    Objects.requireNonNull(froms.get(place)).toLocalDate()));
        }
        return rates;
    }

    public static RateScope scope(@Nullable UUID person, @Nullable String role) {
        if (person != null) {
            return new RateScope.OfPerson(new PersonId(person));
        }
        return role == null ? new RateScope.Default() : new RateScope.OfRole(new BillingRole(role));
    }
}
