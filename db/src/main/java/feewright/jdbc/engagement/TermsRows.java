package feewright.jdbc.engagement;

import feewright.engagement.Adjustments;
import feewright.engagement.HourlyTerms;
import feewright.engagement.PackageTerms;
import feewright.engagement.Rate;
import feewright.engagement.RateScope;
import feewright.engagement.Terms;
import feewright.jdbc.sql.Parameters;
import feewright.jdbc.sql.Statements;
import feewright.platform.FirmId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes terms: a row of terms, and a row of terms_rate for each rate. */
record TermsRows(FirmId firm, Terms terms) {

    private record RateRow(
            int number, @Nullable UUID person, @Nullable String role, Rate rate) {

        static RateRow of(int number, Rate rate) {
            return switch (rate.scope()) {
                case RateScope.OfPerson of -> new RateRow(number, of.person().value(), null, rate);
                case RateScope.OfRole of -> new RateRow(number, null, of.role().code(), rate);
                case RateScope.Default _ -> new RateRow(number, null, null, rate);
            };
        }
    }

    void insert(Statements statements) {
        statements.changes("""
            insert into terms (
                firm_id, terms_id, pricing_mode, currency, starts_on, ends_on, due_in_days, zone, client_approval,
                auto_issue, catch_up, credit_application, fee_minor, package_cadence, package_timing, package_anchor,
                package_proration, hourly_cadence, hourly_anchor, increment_minutes, increment_rounding, included_minutes,
                rollover_minutes, beyond_minor, cap_minor, cap_span, cap_beyond, minimum_minor, minimum_proration)
            values (
                :firm, :terms, :mode, :currency, :starts_on, coalesce(:ends_on::date, 'infinity'), :due_in_days, :zone,
                :client_approval, :auto_issue, :catch_up, :credit_application, :fee_minor, :package_cadence,
                :package_timing, :package_anchor, :package_proration, :hourly_cadence, :hourly_anchor,
                :increment_minutes, :increment_rounding, :included_minutes, :rollover_minutes, :beyond_minor, :cap_minor,
                :cap_span, :cap_beyond, :minimum_minor, :minimum_proration);

            insert into terms_rate (firm_id, terms_id, rate_no, person_id, role, per_hour_minor, effective_from)
            select :firm, :terms, rate_no, person_id, role, per_hour_minor, effective_from
            from unnest(
                :rate_nos::int4[], :rate_persons::uuid[], :rate_roles::text[], :rate_minors::int8[],
                :rate_froms::date[])
                as t (rate_no, person_id, role, per_hour_minor, effective_from)
            """, parameters());
    }

    private Parameters parameters() {
        Parameters parameters = Parameters.of(firm)
                .uuid("terms", terms.id().value())
                .text("mode", terms.pricing().mode().code())
                .text("currency", terms.currency().getCode())
                .date("starts_on", terms.term().start())
                .date("ends_on", terms.term().end());
        conditions(parameters, terms.conditions());
        packaged(parameters, terms.pricing().packageTerms().orElse(null));
        hourly(parameters, terms.pricing().hourlyTerms().orElse(null));
        return parameters;
    }

    private static void conditions(Parameters parameters, Terms.Conditions of) {
        parameters
                .integer("due_in_days", of.dueInDays())
                .text("zone", of.zone().getId())
                .flag("client_approval", of.clientApproval())
                .flag("auto_issue", of.autoIssue())
                .text("catch_up", of.catchUp().code())
                .text("credit_application", of.creditApplication().code());
    }

    private static void packaged(Parameters parameters, @Nullable PackageTerms of) {
        parameters
                .bigint("fee_minor", of == null ? null : of.fee().getAmountMinorLong())
                .text("package_cadence", of == null ? null : of.cadence().code())
                .text("package_timing", of == null ? null : of.timing().code())
                .text("package_anchor", of == null ? null : of.anchor().code())
                .text("package_proration", of == null ? null : of.proration().code());
    }

    private static void hourly(Parameters parameters, @Nullable HourlyTerms of) {
        parameters
                .text("hourly_cadence", of == null ? null : of.cadence().code())
                .text("hourly_anchor", of == null ? null : of.anchor().code())
                .integer("increment_minutes", of == null ? null : of.increment().minutes())
                .text(
                        "increment_rounding",
                        of == null ? null : of.increment().rounding().code());
        AdjustmentsRow.write(parameters, of == null ? Adjustments.NONE : of.adjustments());
        List<RateRow> rates = new ArrayList<>();
        for (Rate rate : of == null ? List.<Rate>of() : of.rates().rates()) {
            rates.add(RateRow.of(rates.size() + 1, rate));
        }
        parameters
                .rows(rates)
                .integer("rate_nos", RateRow::number)
                .uuid("rate_persons", RateRow::person)
                .text("rate_roles", RateRow::role)
                .bigint("rate_minors", row -> row.rate().price().perHour().getAmountMinorLong())
                .date("rate_froms", row -> row.rate().effectiveFrom());
    }
}
