package feewright.jdbc.sql;

import feewright.platform.ConcurrentChange;
import feewright.platform.StorageUnavailable;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Tells the conflicts that concurrent work may cause from defects. A conflict is thrown as a ConcurrentChange with the code of
 * the broken constraint, a database that is away as a StorageUnavailable; everything else becomes a fault that quotes no value, as
 * the database's own words may hold content.
 */
public final class Conflicts implements SQLExceptionTranslator {

    /** Serialization failure, deadlock, lock not available: https://www.postgresql.org/docs/current/errcodes-appendix.html */
    private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("period_claim_pkey", "period-already-billed"),
            Map.entry("period_claim_end_once", "period-already-billed"),
            Map.entry("time_claim_pkey", "time-already-billed"),
            Map.entry("time_claim_holds_entry", "time-changed"),
            Map.entry("invoice_line_time_approved", "time-changed"),
            Map.entry("time_entry_approved_by_firm", "time-changed"),
            Map.entry("time_entry_approved_by_client", "time-changed"),
            Map.entry("time_entry_version_pkey", "time-changed"),
            Map.entry("time_submission_pkey", "time-changed"),
            Map.entry("time_approval_pkey", "time-changed"),
            Map.entry("time_rejection_pkey", "time-changed"),
            Map.entry("person_day_24_hours", "more-than-24-hours-a-day"),
            Map.entry("time_import_pkey", "row-already-imported"),
            Map.entry("customer_text_email_once", "email-taken"),
            Map.entry("engagement_ending_pkey", "engagement_ended"),
            Map.entry("engagement_pause_pkey", "engagement_paused"),
            Map.entry("engagement_resumption_pkey", "engagement_resumed"),
            Map.entry("engagement_renewal_pkey", "engagement_renewed"),
            Map.entry("engagement_pkey", "draft-changed"),
            Map.entry("engagement_terms_once", "draft-changed"),
            Map.entry("receivable_not_below_zero", "balance-changed"),
            Map.entry("credit_balance_not_below_zero", "balance-changed"),
            Map.entry("journal_entry_pkey", "balance-changed"),
            Map.entry("journal_entry_void_once", "invoice_voided"),
            Map.entry("journal_entry_grant_once", "credit-reviewed"),
            Map.entry("journal_entry_unapplied_once", "credit_unapplied"),
            Map.entry("credit_review_pkey", "credit-reviewed"),
            Map.entry("credit_note_time_pkey", "time-credited"),
            Map.entry("live_payment_attempt_pkey", "attempt-under-way"),
            Map.entry("payment_attempt_number_once", "attempt-under-way"),
            Map.entry("payment_attempt_event_pkey", "try-again"),
            Map.entry("payment_attempt_event_source_once", "try-again"),
            Map.entry("dispute_reference_once", "try-again"),
            Map.entry("dispute_event_pkey", "try-again"),
            Map.entry("dispute_event_name_once", "try-again"),
            Map.entry("dispute_event_judgement_pkey", "try-again"),
            Map.entry("fraud_warning_reference_once", "try-again"),
            Map.entry("journal_entry_returned_once", "try-again"),
            Map.entry("journal_entry_reversed_once", "payment_reversed"),
            Map.entry("journal_entry_withdrawn_once", "payment_reversed"),
            Map.entry("autopay_setting_pkey", "try-again"),
            Map.entry("journal_entry_number_once", "try-again"),
            Map.entry("webhook_secret_pkey", "secret-rotated"),
            Map.entry("webhook_delivery_attempt_pkey", "try-again"),
            Map.entry("invoice_number_once", "try-again"));

    @Override
    public DataAccessException translate(String task, @Nullable String sql, SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        ServerErrorMessage said = failure instanceof PSQLException postgres ? postgres.getServerErrorMessage() : null;
        String constraint = said == null ? null : said.getConstraint();
        String code = TRY_AGAIN.contains(state) ? "try-again" : constraint == null ? null : CODES.get(constraint);
        if (code != null) {
            throw new ConcurrentChange(code);
        }
        if (Outages.isOne(failure)) {
            throw new StorageUnavailable(words(task, state, said));
        }
        return new StatementFault(words(task, state, said));
    }

    /** Classes 22 and 23 quote the values that they complain about. */
    private static String words(String task, String state, @Nullable ServerErrorMessage said) {
        String what = task + ": SQL state " + state;
        if (said == null) {
            return what;
        }
        return state.startsWith("22") || state.startsWith("23")
                ? what + ", table " + said.getTable() + ", constraint " + said.getConstraint()
                : what + ", " + said.getMessage();
    }
}
